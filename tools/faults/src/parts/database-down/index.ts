import { expectAudit } from '../../history/expect-audit.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { waitFor } from '../../plan/wait.ts';
import { fullDisk } from './full-disk.ts';
import { lockedTables } from './locked-tables.ts';
import { passOutage } from './outage.ts';
import { setScene } from './scene.ts';
import { takenConnections } from './taken-connections.ts';

const CREDENTIALS = ['users', 'sessions', 'service_tokens'];

const run = async (ground: Ground): Promise<void> => {
  const scene = await setScene(ground);
  const { postgres } = scene;
  const answers = async (): Promise<void> => {
    await waitFor('the database', 30_000, async () => ((await postgres.answers()) ? true : undefined), 5);
  };
  for (let round = 0; round < ground.scale(3, 1); round++) {
    await passOutage(scene, {
      ...{ name: 'killed', awayMs: 3000, isTotal: true },
      goAway: () => postgres.kill(),
      comeBack: () => postgres.start(),
    });
    await passOutage(scene, {
      ...{ name: 'paused', awayMs: 6000, isTotal: true },
      goAway: () => postgres.pause(),
      comeBack: async () => {
        postgres.resume();
        await answers();
      },
    });
    await passOutage(scene, {
      ...{ name: 'restarted', awayMs: 1000, isTotal: true },
      goAway: () => postgres.stop(),
      comeBack: () => postgres.start(),
    });
    await passOutage(scene, lockedTables(scene, 'credentials locked', CREDENTIALS, true));
    await passOutage(scene, lockedTables(scene, 'runs locked', ['pipeline_runs'], false));
    await passOutage(scene, takenConnections(scene));
  }
  await expectAudit(ground, scene.history.calls, postgres);
  await fullDisk(ground);
};

/** A database that is gone, stands still or has no room is told of at once, and forgotten once it is back. */
export const databaseDown: Part = {
  name: 'database-down',
  promise: '503 with Retry-After within 2 s, no success while it is away, recovery within 2 s of its return',
  limitMinutes: 6,
  run,
};
