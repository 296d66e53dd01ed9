import type { Senders } from '../../load/persistent-senders.ts';
import { pause, waitFor } from '../../plan/wait.ts';

const MOST_MS = 350;
const BACK_MS = 60_000;

/** Something that is killed and comes back. */
export interface Victim {
  readonly name: string;
  kill(): Promise<void>;
  /** Resolves when it has been started again; not necessarily when it answers. */
  comeBack(): Promise<void>;
}

/** One kill at a random point of the sending; over when batches are acknowledged again. Gives how long that took. */
export const killRound = async (victim: Victim, senders: Senders): Promise<number> => {
  const again = async (what: string): Promise<void> => {
    const from = performance.now();
    await waitFor(what, BACK_MS, () => (senders.acknowledgedSince(from) ? true : undefined), 5);
  };
  await again('an acknowledged batch');
  await pause(Math.random() * MOST_MS);
  await victim.kill();
  const at = performance.now();
  await victim.comeBack();
  await again('a batch after a kill');
  return performance.now() - at;
};
