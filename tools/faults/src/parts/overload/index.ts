import { readyDatabase } from '../../cluster/ready-database.ts';
import { accepted } from '../../history/call.ts';
import type { Call } from '../../history/call.ts';
import { History } from '../../history/history.ts';
import { nameKinds } from '../../history/name-kinds.ts';
import { percentile } from '../../history/percentile.ts';
import { Actions } from '../../load/actions.ts';
import { runsBatch, WORKLOAD } from '../../load/batch.ts';
import { firstCallers } from '../../load/first-callers.ts';
import { startLoop } from '../../load/loop.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause } from '../../plan/wait.ts';
import { watchProcess } from '../../processes/process-figures.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import { startArrivals } from './arrivals.ts';

const QUERIES = ['pipeline-runs', 'pipeline-success', 'pipeline-flakiness'];
const BATCHES = 25;
const ROWS = 200;
const WARM_SECONDS = 4;
/** So many at once are what a busy server has normally, as in the figures for speed. */
const NORMAL = 64;
const TIMES = 10;
/** What "at once" is held to for a refusal. */
const REFUSED_MS = 1000;
/** Memory under ten times the load, against that under the normal one. */
const MOST_TIMES = 1.5;
const SPARE_MB = 64;

const times = (calls: readonly Call[]): number[] => calls.map((call) => call.endedAt - call.startedAt);

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const [replica] = await startFleet(ground, install, 1);
  if (!replica) throw new Error('there is no server');
  const { url, pid } = replica;
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const { token } = await firstCallers(actions, url, install);
  for (let number = 0; number < BATCHES; number++) {
    const { batch, path, json } = runsBatch(ROWS);
    await actions.send(url, token, batch, path, json);
  }
  // Dear to give and cheap to take, so that one client can ask for ten times what a server can give.
  const question = {
    ...{ queries: QUERIES, workloads: [WORKLOAD], interval: 'total' },
    dateRange: { start: '2020-01-01', end: '2026-12-31' },
  };
  const ask = () => actions.query(url, token, question);
  const mostNormally = watchProcess(pid);
  const normally = async (seconds: number) => {
    const first = history.calls.length;
    const load = startLoop(NORMAL, async () => (await ask()).status === 200);
    await pause(seconds * 1000);
    await load.stop();
    return history.calls.slice(first);
  };
  await normally(WARM_SECONDS);
  const seconds = ground.scale(10, 5);
  const normal = await normally(seconds);
  const capacity = normal.filter(accepted).length / seconds;
  const usual = mostNormally().residentMb;
  const normalP99 = percentile(times(normal), 0.99);

  const most = watchProcess(pid);
  const first = history.calls.length;
  const arrivals = ground.keeper.keep(startArrivals(capacity * TIMES, ask));
  await pause(seconds * 1000);
  await arrivals.end();
  const calls = history.calls.slice(first);
  const admitted = calls.filter(accepted);
  const refused = calls.filter((call) => call.status === 429 || call.status === 503);
  const isExpected = ({ status }: Call): boolean => [200, 429, 503].includes(status);
  const otherwise = calls.filter((call) => !isExpected(call));
  const held = most();
  const p99 = percentile(times(admitted), 0.99);
  const refusedP99 = percentile(times(refused), 0.99);
  ground.say(
    `${capacity.toFixed(0)} a second normally, ${(calls.length / seconds).toFixed(0)} asked: ${admitted.length} admitted (p99 ${p99.toFixed(0)} ms, normally ${normalP99.toFixed(0)} ms), ${refused.length} refused (p99 ${refusedP99.toFixed(0)} ms), ${otherwise.length} otherwise`,
  );
  report.figure('normal calls/s', capacity);
  report.figure('normal p99 ms', normalP99);
  report.figure('asked calls/s', calls.length / seconds);
  report.figure('admitted calls/s', admitted.length / seconds);
  report.figure('admitted p99 ms', p99);
  report.figure('refused p99 ms', refusedP99);
  report.figure('normally most MB', usual);
  report.figure('most MB', held.residentMb);
  const isAsked = calls.length / seconds >= capacity * TIMES * 0.7;
  report.expect(
    'ten times as much can be asked, with at most 4,000 waiting',
    isAsked,
    `${(calls.length / seconds / capacity).toFixed(1)} times`,
  );
  report.expect('some are admitted', admitted.length > 0, admitted.length);
  report.expect('admitted calls’ p99 is at most twice the normal', p99 <= 2 * normalP99, p99 / normalP99);
  report.expect('the others are refused at once', refusedP99 <= REFUSED_MS, refusedP99);
  const bare = refused.filter((call) => !call.hasRetryAfter).length;
  report.expect('refusals say when to come back', bare === 0, `${bare} did not`);
  report.expect('nothing else than 200, 429 and 503', otherwise.length === 0, nameKinds(otherwise));
  const bound = usual * MOST_TIMES + SPARE_MB;
  report.expect(
    'memory is bounded',
    held.residentMb <= bound,
    `${usual.toFixed(0)} → ${held.residentMb.toFixed(0)} MB`,
  );
  await pause(1000);
  const back = await normally(3);
  report.expect(
    'afterwards all is as before',
    back.every(accepted),
    `${back.filter((call) => !accepted(call)).length} of ${back.length} failed`,
  );
};

/** Ten times too much slows those that are admitted by half at most; the rest hear no at once. */
export const overload: Part = {
  name: 'overload',
  promise:
    'under ten times what it can carry, over new connections, admitted calls’ p99 at most doubles and the rest are refused at once',
  limitMinutes: 3,
  run,
};
