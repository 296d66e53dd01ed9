import { isAccepted } from '../http/answer.ts';
import type { Actions, Credential } from './actions.ts';
import { runsBatch, WORKLOAD } from './batch.ts';
import type { Loop } from './loop.ts';
import { startLoop } from './loop.ts';

/** How many runs it sends in one batch. */
export const BATCH_ROWS = 20;
const RANGE = { start: '2026-01-01', end: '2026-03-31' };

export interface Callers {
  /** An administrator’s session. */
  readonly session: Credential;
  /** A service token that reads and writes data. */
  readonly token: Credential;
}

/** What each worker does in turn: reads, writes of data, and changes that are audited. */
const steps = (actions: Actions, { session, token }: Callers) => {
  const made: string[] = [];
  let count = 0;
  const read = (path: string) => async (url: string) => isAccepted(await actions.read(url, token, path));
  return [
    async (url: string) => isAccepted(await actions.whoAmI(url, session)),
    async (url: string) => {
      const { batch, path, json } = runsBatch(BATCH_ROWS);
      return isAccepted(await actions.send(url, token, batch, path, json));
    },
    read(`/api/pipeline/runs?workload=${WORKLOAD}&limit=20`),
    async (url: string) => {
      const issued = await actions.createToken(url, session);
      if (issued !== undefined) made.push(issued.id);
      return issued !== undefined;
    },
    read('/api/system/config'),
    async (url: string) => {
      const id = made.shift();
      return id === undefined || isAccepted(await actions.revokeToken(url, session, id));
    },
    async (url: string) =>
      isAccepted(await actions.createWorkload(url, session, `w-${process.pid}-${++count}-${Date.now()}`)),
    async (url: string) => isAccepted(await actions.configureSource(url, session)),
    async (url: string) =>
      isAccepted(
        await actions.query(url, token, {
          queries: ['pipeline-runs'],
          workloads: [WORKLOAD],
          dateRange: RANGE,
        }),
      ),
  ];
};

/** Starts the load on these servers, one after the other. */
export const startMixedLoad = (
  actions: Actions,
  urls: readonly string[],
  callers: Callers,
  workers: number,
  restMs = 0,
): Loop => {
  const all = steps(actions, callers);
  return startLoop(
    workers,
    (worker, turn) => {
      const step = all[(worker + turn) % all.length]!;
      return step(urls[(worker + turn) % urls.length]!);
    },
    restMs,
  );
};
