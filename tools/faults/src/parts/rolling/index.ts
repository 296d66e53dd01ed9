import { readyDatabase } from '../../cluster/ready-database.ts';
import { judgeBatches } from '../../history/batches.ts';
import { accepted } from '../../history/call.ts';
import { History } from '../../history/history.ts';
import { nameKinds } from '../../history/name-kinds.ts';
import { percentile } from '../../history/percentile.ts';
import { storedBatches } from '../../history/stored.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import { BATCH_ROWS } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause, waitFor } from '../../plan/wait.ts';
import { Balancer } from '../../replicas/balancer.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import { startPlainLoad } from './plain-load.ts';

const REPLICAS = 3;
const WORKERS = 12;
/** Longer than the balancer takes to notice. */
const DRAIN_SECONDS = '2';

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const requests = ground.scale(100_000, 3000);
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const fleet = await startFleet(ground, install, REPLICAS, { DRAIN_DELAY: DRAIN_SECONDS });
  const balancer = ground.keeper.keep(await Balancer.start(fleet.map((replica) => replica.url)));
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const callers = await firstCallers(actions, balancer.url, install);
  const load = startPlainLoad(actions, balancer.url, callers, WORKERS);

  let restarts = 0;
  let unclean = 0;
  // As long as it takes for so many requests, and at least once round.
  for (let turn = 0; turn < REPLICAS || history.calls.length < requests; turn++) {
    const replica = fleet[turn % REPLICAS]!;
    if ((await replica.stop()) !== 0) unclean++;
    await replica.start();
    restarts++;
    await waitFor('three ready servers', 30_000, () => (balancer.ready === REPLICAS ? true : undefined));
    await pause(200);
    if (restarts % 5 === 0) ground.say(`${restarts} restarts, ${history.calls.length} requests`);
  }
  await load.stop();
  const failed = history.calls.filter((call) => !accepted(call));
  report.figure('restarts', restarts);
  report.figure('requests', history.calls.length);
  report.figure('failed', failed.length);
  report.figure(
    'p99 ms',
    percentile(
      history.calls.map((call) => call.endedAt - call.startedAt),
      0.99,
    ),
  );
  report.expect('enough requests were made', history.calls.length >= requests, history.calls.length);
  report.expect('no request failed', failed.length === 0, nameKinds(failed));
  report.expect('every server stopped with exit code 0', unclean === 0, `${unclean} did not`);
  const { acknowledged, lost, half } = judgeBatches(history.calls, await storedBatches(postgres), BATCH_ROWS);
  report.figure('batches', acknowledged);
  report.expect(
    'no acknowledged batch is lost or half',
    lost.length + half.length === 0,
    lost.length + half.length,
  );
};

/** Servers are replaced one after the other, and nobody notices. */
export const rolling: Part = {
  name: 'rolling',
  promise: 'restarting three replicas in turn under load fails no request of 100,000',
  limitMinutes: 12,
  run,
};
