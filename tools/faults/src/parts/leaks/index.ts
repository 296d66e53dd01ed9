import { readyDatabase } from '../../cluster/ready-database.ts';
import { Forwarder } from '../../cluster/forwarder.ts';
import type { Postgres } from '../../cluster/postgres.ts';
import { History } from '../../history/history.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import type { Callers } from '../../load/mixed-load.ts';
import { startMixedLoad } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause } from '../../plan/wait.ts';
import { processFigures } from '../../processes/process-figures.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import type { Replica } from '../../replicas/replica.ts';
import { SLOW_KINDS, SlowClients } from '../slow-connections/slow-clients.ts';
import { misuse } from './misuse.ts';

const SLOW = 100;
const SPARE_MB = 64;
const SPARE_HANDLES = 16;

interface Scene {
  readonly ground: Ground;
  readonly postgres: Postgres;
  readonly forwarder: Forwarder;
  readonly replica: Replica;
  readonly actions: Actions;
  readonly callers: Callers;
}

/** A little of everything that goes wrong in the other parts, on the same server. */
const goThroughIt = async (scene: Scene): Promise<void> => {
  const { ground, postgres, forwarder, replica, actions, callers } = scene;
  const load = startMixedLoad(actions, [replica.url], callers, 6, 10);
  await pause(2000);
  forwarder.weather({ isCut: true });
  await pause(1000);
  forwarder.weather({ delayMs: 30, bytesPerSecond: 200_000 });
  await pause(1000);
  forwarder.weather({ isCut: true });
  forwarder.weather({});
  postgres.pause();
  await pause(2500);
  postgres.resume();
  await pause(1000);
  await postgres.kill();
  await postgres.start();
  const crowd: SlowClients[] = [];
  for (const kind of SLOW_KINDS)
    crowd.push(ground.keeper.keep(await SlowClients.connect(replica.url, kind, SLOW)));
  await pause(2000);
  for (const clients of crowd) clients.endAtOnce();
  await load.stop();
  await pause(1000);
  await misuse(ground, actions, replica.url, callers);
};

/** The least of a few seconds, since memory that is free is given back a while later. */
const settled = async (pid: number): Promise<{ residentMb: number; handles: number }> => {
  const least = { residentMb: Infinity, handles: Infinity };
  for (let look = 0; look < 25; look++) {
    await pause(200);
    const now = processFigures(pid);
    least.residentMb = Math.min(least.residentMb, now.residentMb);
    least.handles = Math.min(least.handles, now.handles);
  }
  return least;
};

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  const forwarder = ground.keeper.keep(await Forwarder.start(postgres.port));
  const install = installation(ground, postgres.url(forwarder.port));
  // The most that it can log.
  const [replica] = await startFleet(ground, install, 1, { LOG_LEVEL: 'trace', RATE_LIMIT: '1000000/1m' });
  if (!replica) throw new Error('there is no server');
  const actions = new Actions(ground, new History(ground));
  const callers = await firstCallers(actions, replica.url, install);
  const scene = { ground, postgres, forwarder, replica, actions, callers };
  // Memory and handles are compared from when everything has been used once.
  await goThroughIt(scene);
  const before = await settled(replica.pid);
  const cycles = ground.scale(4, 1);
  for (let cycle = 0; cycle < cycles; cycle++) await goThroughIt(scene);
  const after = await settled(replica.pid);
  ground.say(
    `${cycles} times through everything: ${before.residentMb.toFixed(0)} → ${after.residentMb.toFixed(0)} MB, ${before.handles} → ${after.handles} handles`,
  );
  report.figure('cycles', cycles);
  report.figure('MB before', before.residentMb);
  report.figure('MB after', after.residentMb);
  report.figure('handles before', before.handles);
  report.figure('handles after', after.handles);
  report.figure('secrets looked for', ground.secrets.count);
  report.expect(
    'memory comes back',
    after.residentMb <= before.residentMb + SPARE_MB,
    `${before.residentMb.toFixed(0)} → ${after.residentMb.toFixed(0)} MB`,
  );
  report.expect(
    'handles come back',
    after.handles <= before.handles + SPARE_HANDLES,
    `${before.handles} → ${after.handles}`,
  );
  const lines = replica.output.split('"msg":"request"').length - 1;
  report.expect('the log that was searched tells of requests', lines > 500, lines);
  report.expect(
    'no part has found a secret anywhere',
    ground.leaks.length === 0,
    [...new Set(ground.leaks)].join('; ') || 'none',
  );
};

/** A server that has been through everything is as it was, and has told nobody anything. */
export const leaks: Part = {
  name: 'leaks',
  promise: 'no secret in logs, errors, metrics, tables or URLs; memory and handles back to where they were',
  limitMinutes: 4,
  run,
};
