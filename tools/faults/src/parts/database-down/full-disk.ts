import { join } from 'node:path';
import { mountSmallDisk, smallDiskObstacle } from '../../cluster/small-disk.ts';
import { judgeBatches } from '../../history/batches.ts';
import { storedBatches } from '../../history/stored.ts';
import { BATCH_ROWS } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import { waitFor } from '../../plan/wait.ts';
import { passOutage } from './outage.ts';
import { setScene } from './scene.ts';

const DISK_MB = 160;

/** The disk of the database fills up, under writes, and is given room again. */
export const fullDisk = async (ground: Ground): Promise<void> => {
  const obstacle = await smallDiskObstacle();
  if (obstacle !== undefined) return ground.report.skip('full disk', obstacle);
  const { programs } = ground.template;
  const disk = ground.keeper.keep(await mountSmallDisk(programs, join(ground.directory, 'disk'), DISK_MB));
  const scene = await setScene(ground, join(disk.directory, 'postgres'));
  const { postgres, history } = scene;
  const first = history.calls.length;
  await passOutage(scene, {
    name: 'full disk',
    awayMs: 6000,
    isTotal: false,
    goAway: () => disk.fill(),
    comeBack: async () => {
      await disk.empty();
      // PostgreSQL may have ended itself: then its keeper starts it again.
      if (!postgres.isRunning) await postgres.start();
      await waitFor('the database', 30_000, async () => ((await postgres.answers()) ? true : undefined));
    },
  });
  const { acknowledged, lost, half } = judgeBatches(
    history.calls.slice(first),
    await storedBatches(postgres),
    BATCH_ROWS,
  );
  ground.report.expect('full disk: batches were acknowledged', acknowledged > 0, acknowledged);
  ground.report.expect('full disk: no acknowledged batch is lost', lost.length === 0, lost.length);
  ground.report.expect('full disk: no batch is there half', half.length === 0, half.length);
};
