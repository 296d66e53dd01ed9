import { readyDatabase } from '../../cluster/ready-database.ts';
import { accepted } from '../../history/call.ts';
import { History } from '../../history/history.ts';
import { nameKinds } from '../../history/name-kinds.ts';
import { percentile } from '../../history/percentile.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import type { Callers } from '../../load/mixed-load.ts';
import { startMixedLoad } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause, waitFor } from '../../plan/wait.ts';
import { atRest, expectBack } from '../../processes/at-rest.ts';
import { inspected } from '../../processes/inspected.ts';
import { watchProcess } from '../../processes/process-figures.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import { SLOW_KINDS, SlowClients } from './slow-clients.ts';

const WORKERS = 4;
const REST_MS = 20;
const SECONDS = 8;
/** Node looks at waiting connections every 30 s, and a request may take 120 s to arrive. */
const SERVER_ENDS_MS = 170_000;
const ANSWER_MS = 2000;

/** Ordinary calls for a while; gives their p99 in milliseconds and those that failed. */
const othersCall = async (actions: Actions, url: string, callers: Callers) => {
  const first = actions.history.calls.length;
  const load = startMixedLoad(actions, [url], callers, WORKERS, REST_MS);
  await pause(SECONDS * 1000);
  await load.stop();
  const calls = actions.history.calls.slice(first);
  return {
    calls: calls.length,
    failed: calls.filter((call) => !accepted(call)),
    p99: percentile(
      calls.map((call) => call.endedAt - call.startedAt),
      0.99,
    ),
  };
};

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const inspection = await inspected();
  const [replica] = await startFleet(ground, install, 1, inspection.env);
  if (!replica) throw new Error('there is no server');
  const { url, pid } = replica;
  const actions = new Actions(ground, new History(ground));
  const callers = await firstCallers(actions, url, install);
  await othersCall(actions, url, callers);
  const before = await atRest(pid, inspection);
  const most = watchProcess(pid);

  const counts = [
    ground.scale(300, 50),
    ground.scale(300, 50),
    ground.scale(300, 50),
    ground.scale(2000, 300),
  ];
  const crowd: SlowClients[] = [];
  for (const [at, kind] of SLOW_KINDS.entries()) {
    const count = counts[at]!;
    const clients = ground.keeper.keep(await SlowClients.connect(url, kind, count));
    report.expect(`${count} of ${kind.name} connect`, clients.refused === 0, `${clients.refused} refused`);
    crowd.push(clients);
  }
  const amid = await othersCall(actions, url, callers);
  const held = most();
  ground.say(
    `others amid the crowd: ${amid.calls} calls, ${amid.failed.length} failed, p99 ${amid.p99.toFixed(0)} ms`,
  );
  report.figure(
    'slow clients',
    counts.reduce((sum, count) => sum + count, 0),
  );
  report.figure('others’ calls', amid.calls);
  report.figure('others’ p99 ms', amid.p99);
  report.figure('most MB', held.residentMb);
  report.expect(
    'others are answered',
    amid.failed.length === 0 && amid.calls > 0,
    `of ${amid.calls}: ${nameKinds(amid.failed)}`,
  );
  report.expect('others are answered within 2 s', amid.p99 <= ANSWER_MS, amid.p99);

  if (ground.isQuick)
    report.skip('the server’s own limits', 'they take minutes; the full form waits for them');
  else {
    const slow = crowd.filter((_, at) => SLOW_KINDS[at]!.isEnded);
    const begun = performance.now();
    const left = (): number => slow.reduce((sum, clients) => sum + clients.open, 0);
    await waitFor('the end of the slow', SERVER_ENDS_MS, () => (left() === 0 ? true : undefined), 500).catch(
      () => undefined,
    );
    report.figure('slow ones ended after s', (performance.now() - begun) / 1000);
    report.expect(
      'the server ends slow requests by itself',
      left() === 0,
      `${left()} stand after ${SERVER_ENDS_MS / 1000} s`,
    );
  }
  for (const clients of crowd) clients.endAtOnce();
  await pause(2000);
  await othersCall(actions, url, callers);
  expectBack(ground, before, await atRest(pid, inspection));
};

/** Clients that take their time take nobody else’s. */
export const slowConnections: Part = {
  name: 'slow-connections',
  promise:
    'slow headers, slow bodies, half-open and 2,000 idle connections hold up nobody and leave nothing behind',
  limitMinutes: 6,
  run,
};
