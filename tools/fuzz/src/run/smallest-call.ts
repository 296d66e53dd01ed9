import fc from 'fast-check';
import type { Call } from '../generate/call.ts';

const SHRINK_MS = 20_000;

/** Calls as a seed makes them: the same seed always makes the same. */
export interface CallSource {
  sample(seed: number, count: number): Promise<readonly Call[]>;
  /**
   * The smallest call of the family of one that still fails; the call itself where nothing smaller does, undefined
   * where even that does not fail again.
   */
  smallest(seed: number, index: number, fails: (call: Call) => Promise<boolean>): Promise<Call | undefined>;
}

export const callSource = (arbitrary: fc.Arbitrary<Call>): CallSource => {
  const property = (fails: (call: Call) => Promise<boolean>) =>
    fc.asyncProperty(arbitrary, async (call) => !(await fails(call)));
  return {
    sample: async (seed, count) => {
      const calls: Call[] = [];
      // Not by `fc.sample`, which makes other values than `fc.check` does when it is given the same seed.
      const collect = (call: Call): Promise<boolean> => Promise.resolve(calls.push(call) === 0);
      await fc.check(property(collect), { seed, numRuns: count });
      return calls;
    },
    smallest: async (seed, index, fails) => {
      const result = await fc.check(property(fails), {
        seed,
        path: String(index),
        numRuns: 1,
        interruptAfterTimeLimit: SHRINK_MS,
      });
      return result.counterexample?.[0];
    },
  };
};
