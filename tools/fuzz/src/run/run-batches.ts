import type { TakeDigest } from '../check/table-digest.ts';
import { fault } from '../check/fault.ts';
import { changedTables } from '../check/table-digest.ts';
import type { Call } from '../generate/call.ts';
import type { Examine, Examined } from './examiner.ts';
import type { Findings } from './finding.ts';
import type { HoldFinder } from './held-loops.ts';
import { MOST_HELD_MS } from './held-loops.ts';
import { inParallel } from './in-parallel.ts';
import type { Origin, Recorder } from './recorder.ts';
import { refusedChanges } from './refused-changes.ts';
import type { CallSource } from './smallest-call.ts';
import type { Tally } from './tally.ts';

/** Everything that batches are run with. */
export interface Bench {
  readonly source: CallSource;
  readonly examine: Examine;
  readonly digest: TakeDigest;
  readonly holds: HoldFinder;
  readonly recorder: Recorder;
  readonly findings: Findings;
  readonly tally: Tally;
}

const WIDTH = 8;

const count = (tally: Tally, { call, answer }: Examined): void =>
  tally.add(call.kind, answer === undefined ? 'none' : String(answer.status), call.operation);

const recordFaults = async (bench: Bench, examined: Examined, origin: Origin | undefined): Promise<void> => {
  for (const one of examined.faults)
    await bench.recorder.record(examined.call, one, examined.answer, origin, async (call) =>
      (await bench.examine(call)).faults.some(({ kind }) => kind === one.kind),
    );
};

const recordHolds = async (bench: Bench, originOf: (call: Call) => Origin | undefined): Promise<void> => {
  for (const { call, heldMs } of await bench.holds.find()) {
    const detail = `the event loop was held for ${Math.round(heldMs)} ms`;
    await bench.recorder.record(
      call,
      fault('held the event loop', detail),
      undefined,
      originOf(call),
      async (smaller) => (await bench.holds.heldBy(smaller)) > MOST_HELD_MS,
    );
  }
};

const recordChanges = async (
  bench: Bench,
  examined: readonly Examined[],
  originOf: (call: Call) => Origin | undefined,
): Promise<void> => {
  const { sent, changes } = await refusedChanges(examined, WIDTH, bench.examine, bench.digest);
  bench.tally.repeat(sent);
  for (const { call, tables } of changes)
    await bench.recorder.record(
      call,
      fault(`a refused call changed ${tables.join(', ')}`, 'the answer was a refusal'),
      undefined,
      originOf(call),
      async (smaller) => {
        const before = await bench.digest();
        const { answer } = await bench.examine(smaller);
        const isRefused = answer !== undefined && answer.status >= 400 && answer.status < 500;
        return isRefused && changedTables(before, await bench.digest()).length > 0;
      },
    );
};

/** Makes the calls of a seed, sends them a few at a time, and judges answers, changes and the event loop. */
export const runBatch = async (bench: Bench, seed: number, size: number): Promise<void> => {
  const calls = await bench.source.sample(seed, size);
  const examined = await inParallel(calls, WIDTH, async (call) => {
    const one = await bench.examine(call);
    bench.holds.remember(one);
    count(bench.tally, one);
    return one;
  });
  const places = new Map(calls.map((call, index) => [call, index]));
  const originOf = (call: Call): Origin | undefined => {
    const index = places.get(call);
    return index === undefined ? undefined : { seed, index };
  };
  for (const one of examined) await recordFaults(bench, one, originOf(one.call));
  await recordHolds(bench, originOf);
  await recordChanges(bench, examined, originOf);
};

/** Sends one heavy call, nothing else beside it. */
export const runHeavy = async (bench: Bench, call: Call): Promise<void> => {
  const examined = await bench.examine(call);
  bench.holds.remember(examined);
  count(bench.tally, examined);
  await recordFaults(bench, examined, undefined);
  await recordHolds(bench, () => undefined);
};
