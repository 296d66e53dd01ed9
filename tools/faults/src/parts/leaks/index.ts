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
import { atRest, expectBack } from '../../processes/at-rest.ts';
import { inspected } from '../../processes/inspected.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import type { Replica } from '../../replicas/replica.ts';
import { SLOW_KINDS, SlowClients } from '../slow-connections/slow-clients.ts';
import { misuse } from './misuse.ts';

const SLOW = 100;

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

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  const forwarder = ground.keeper.keep(await Forwarder.start(postgres.port));
  const install = installation(ground, postgres.url(forwarder.port));
  // The most that it can log.
  const inspection = await inspected();
  const env = { LOG_LEVEL: 'trace', RATE_LIMIT: '1000000/1m', ...inspection.env };
  const [replica] = await startFleet(ground, install, 1, env);
  if (!replica) throw new Error('there is no server');
  const actions = new Actions(ground, new History(ground));
  const callers = await firstCallers(actions, replica.url, install);
  const scene = { ground, postgres, forwarder, replica, actions, callers };
  // Memory and handles are compared from when everything has been used once.
  await goThroughIt(scene);
  const before = await atRest(replica.pid, inspection);
  const cycles = ground.scale(4, 1);
  for (let cycle = 0; cycle < cycles; cycle++) await goThroughIt(scene);
  const after = await atRest(replica.pid, inspection);
  ground.say(`${cycles} times through everything`);
  report.figure('cycles', cycles);
  report.figure('secrets looked for', ground.secrets.count);
  expectBack(ground, before, after);
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
