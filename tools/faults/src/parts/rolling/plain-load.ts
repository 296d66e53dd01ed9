import { isAccepted } from '../../http/answer.ts';
import type { Actions } from '../../load/actions.ts';
import { runsBatch, WORKLOAD } from '../../load/batch.ts';
import type { Loop } from '../../load/loop.ts';
import { startLoop } from '../../load/loop.ts';
import { BATCH_ROWS } from '../../load/mixed-load.ts';
import type { Callers } from '../../load/mixed-load.ts';

const WRITE_EVERY = 10;

/** Mostly cheap reads, and every tenth a write, so that many requests fit into a few minutes. */
export const startPlainLoad = (
  actions: Actions,
  url: string,
  { session, token }: Callers,
  workers: number,
): Loop =>
  startLoop(workers, async (worker, turn) => {
    const number = worker + turn;
    if (number % WRITE_EVERY === 0) {
      const { batch, path, json } = runsBatch(BATCH_ROWS);
      return isAccepted(await actions.send(url, token, batch, path, json));
    }
    if (number % WRITE_EVERY === 5)
      return isAccepted(await actions.read(url, token, `/api/pipeline/runs?workload=${WORKLOAD}&limit=10`));
    return isAccepted(await actions.whoAmI(url, number % 2 === 0 ? session : token));
  });
