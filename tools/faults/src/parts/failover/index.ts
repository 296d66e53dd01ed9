import { join } from 'node:path';
import { Forwarder } from '../../cluster/forwarder.ts';
import { promote, startPair } from '../../cluster/pair.ts';
import { afterTheEnd } from '../../history/after-the-end.ts';
import { judgeBatches } from '../../history/batches.ts';
import { accepted } from '../../history/call.ts';
import { expectAudit } from '../../history/expect-audit.ts';
import { History } from '../../history/history.ts';
import { storedBatches } from '../../history/stored.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import { BATCH_ROWS, startMixedLoad } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause, waitFor } from '../../plan/wait.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';

const REPLICAS = 2;
const WORKERS = 8;
const BEFORE_MS = 2500;
const WRITES_MS = 5000;

const failOver = async (ground: Ground, round: number): Promise<void> => {
  const { report } = ground;
  const pair = ground.keeper.keep(await startPair(ground.template, join(ground.directory, `pair-${round}`)));
  ground.databases.push(pair.standby);
  const forwarder = ground.keeper.keep(await Forwarder.start(pair.primary.port));
  const install = installation(ground, pair.primary.url(forwarder.port));
  const fleet = await startFleet(ground, install, REPLICAS);
  const urls = fleet.map((replica) => replica.url);
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const callers = await firstCallers(actions, urls[0]!, install);
  const load = startMixedLoad(actions, urls, callers, WORKERS, 5);
  await pause(BEFORE_MS + Math.random() * 500);

  await pair.primary.kill();
  const killedAt = performance.now();
  await promote(pair.standby);
  const promotedAt = performance.now();
  forwarder.switchTo(pair.standby.port);
  const isWrite = (call: { batch: string | undefined; action: string | undefined }): boolean =>
    call.batch !== undefined || call.action !== undefined;
  const write = await waitFor('a write after the promotion', 60_000, () =>
    history.calls.find((call) => call.startedAt > killedAt && accepted(call) && isWrite(call)),
  );
  await pause(2000);
  await load.stop();

  // What was revoked before stays so, on every server.
  const revoked = history.calls.filter(
    (call) => call.what === 'tokens.revoke' && accepted(call) && call.endedAt < killedAt,
  );
  const endings = revoked.flatMap(({ endedAt, target }) =>
    target === undefined ? [] : [{ credential: target, answeredAt: endedAt, expected: 401 }],
  );
  for (const { credential } of endings)
    for (const url of urls) await actions.whoAmI(url, actions.known(credential));
  const after = afterTheEnd(history.calls, endings);

  const { acknowledged, lost, half } = judgeBatches(
    history.calls,
    await storedBatches(pair.standby),
    BATCH_ROWS,
  );
  const writesMs = write.endedAt - promotedAt;
  ground.say(
    `${acknowledged} batches acknowledged, ${lost.length} lost, writes ${writesMs.toFixed(0)} ms after the promotion, ${endings.length} revocations before it`,
  );
  report.figure('failovers', round + 1);
  report.figure('batches', (report.figures['batches'] ?? 0) + acknowledged);
  report.worst('promotion ms', promotedAt - killedAt);
  report.worst('writes after promotion ms', writesMs);
  report.expect('writes go on within 5 s of the promotion', writesMs <= WRITES_MS, writesMs);
  report.expect(
    'no acknowledged batch is lost',
    lost.length === 0 && acknowledged > 0,
    `${lost.length} of ${acknowledged}`,
  );
  report.expect('no batch is there half', half.length === 0, half.length);
  report.expect('revocations were acknowledged before it', endings.length > 0, endings.length);
  report.expect(
    'revocations hold after it',
    after.accepted.length === 0 && after.otherwise.length === 0,
    after.accepted.length,
  );
  await expectAudit(ground, history.calls, pair.standby);
  for (const replica of fleet) await replica.stop();
};

const run = async (ground: Ground): Promise<void> => {
  for (let round = 0; round < ground.scale(4, 1); round++) await failOver(ground, round);
};

/** A primary that dies loses nothing that was acknowledged. */
export const failover: Part = {
  name: 'failover',
  promise: 'no acknowledged write is lost with the primary; writes within 5 s of promotion; revocations hold',
  limitMinutes: 4,
  run,
};
