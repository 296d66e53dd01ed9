import type { Call } from '../generate/call.ts';
import type { LoopHold, LoopWatch } from '../world/loop-holds.ts';
import type { Examine, Examined } from './examiner.ts';

/** No call may hold the event loop longer. */
export const MOST_HELD_MS = 100;
const MOST_REMEMBERED = 1000;
/** Heavy calls are remembered as far as memory goes. */
const MOST_REMEMBERED_BYTES = 256 * 1024 * 1024;
const MOST_SUSPECTS = 20;
/** Each takes about a second for each suspect. */
const MOST_INQUIRIES = 12;

/** A hold of the event loop, and the call that brings it about again. */
export interface HeldLoop {
  readonly call: Call;
  readonly heldMs: number;
}

/** Finds the calls that hold the event loop. */
export interface HoldFinder {
  remember(examined: Examined): void;
  /** The calls behind the holds that were told since the last time, each sent again alone to be sure. */
  find(): Promise<readonly HeldLoop[]>;
  /** Holds over the limit that no call brought about again, each with the calls that were under way. */
  unexplained(): readonly string[];
  /** How long the loop is held while a call is answered, nothing else beside it. */
  heldBy(call: Call): Promise<number>;
}

const sizeOf = ({ call }: Examined): number => call.body?.length ?? 0;

const MOST_NAMES = 6;

const namesOf = (suspects: readonly Examined[]): string =>
  suspects
    .slice(0, MOST_NAMES)
    .map(({ call }) => `${call.operation} (${call.what.slice(0, 60)})`)
    .join(', ') || 'no call';

const isLong = (hold: LoopHold): boolean => hold.ownMs > MOST_HELD_MS;

const wasUnderWay = ({ from, to }: Examined, { endedAt, heldMs }: LoopHold): boolean =>
  from <= endedAt && to >= endedAt - heldMs;

export const holdFinder = (loop: LoopWatch, examine: Examine): HoldFinder => {
  const recent: Examined[] = [];
  let recentBytes = 0;
  const unexplained: string[] = [];
  let inquiries = 0;
  const heldBy = async (call: Call): Promise<number> => {
    await loop.settle();
    loop.take();
    await examine(call);
    await loop.settle();
    return Math.max(0, ...loop.take().map((hold) => hold.ownMs));
  };
  const firstOf = async (calls: readonly Call[]): Promise<HeldLoop | undefined> => {
    for (const call of calls) {
      const heldMs = await heldBy(call);
      if (heldMs > MOST_HELD_MS) return { call, heldMs };
    }
    return undefined;
  };
  return {
    heldBy,
    unexplained: () => unexplained,
    remember: (examined) => {
      recent.push(examined);
      recentBytes += sizeOf(examined);
      while (recent.length > MOST_REMEMBERED || (recentBytes > MOST_REMEMBERED_BYTES && recent.length > 1))
        recentBytes -= sizeOf(recent.shift()!);
    },
    find: async () => {
      const found: HeldLoop[] = [];
      for (const hold of loop.take().filter(isLong)) {
        const suspects =
          inquiries++ >= MOST_INQUIRIES
            ? []
            : recent.filter((one) => wasUnderWay(one, hold)).slice(0, MOST_SUSPECTS);
        // The slowest first: whoever held the loop was answered late.
        suspects.sort((a, b) => b.to - b.from - (a.to - a.from));
        const culprit = await firstOf(suspects.map((one) => one.call));
        if (culprit) found.push(culprit);
        else
          unexplained.push(
            `${Math.round(hold.ownMs)} ms (${Math.round(hold.workedMs)} at work) with ${namesOf(suspects)}`,
          );
      }
      return found;
    },
  };
};
