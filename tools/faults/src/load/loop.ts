import { pause } from '../plan/wait.ts';

const AFTER_FAILURE_MS = 25;

/** Work that goes on until it is stopped. */
export interface Loop {
  /** Ends it; resolves when the last calls are answered. */
  stop(): Promise<void>;
}

/**
 * Runs so many workers at once, each step after step. A step says whether it went well; after one that didn't, the
 * worker rests a little, as a sane client does.
 */
export const startLoop = (
  workers: number,
  step: (worker: number, turn: number) => Promise<boolean>,
  restMs = 0,
): Loop => {
  let isStopped = false;
  let failure: unknown;
  const work = async (worker: number): Promise<void> => {
    for (let turn = 0; !isStopped; turn++) {
      const isGood = await step(worker, turn);
      const rest = isGood ? restMs : Math.max(restMs, AFTER_FAILURE_MS);
      // Without a rest others still need their turn.
      await pause(rest);
    }
  };
  const working = Promise.all(
    Array.from({ length: workers }, (_, worker) =>
      work(worker).catch((error: unknown) => {
        isStopped = true;
        failure ??= error;
      }),
    ),
  );
  return {
    stop: async () => {
      isStopped = true;
      await working;
      if (failure !== undefined) throw failure;
    },
  };
};
