import { isAccepted } from '../http/answer.ts';
import { pause } from '../plan/wait.ts';
import type { Actions, Credential } from './actions.ts';
import { deploymentsBatch, runsBatch } from './batch.ts';
import type { Loop } from './loop.ts';

const RETRY_MS = 30;
const GIVE_UP_MS = 5000;

export interface Senders extends Loop {
  /** How many batches were acknowledged so far. */
  acknowledged(): number;
  /** Whether a batch that was sent after a moment has been acknowledged. */
  acknowledgedSince(moment: number): boolean;
}

export interface SenderOptions {
  readonly senders: number;
  /** Rows in a batch. */
  readonly rows: number;
  readonly restMs?: number;
  /** Every so many batches, one is not sent again when it fails: it must be there whole or not at all. */
  readonly abandonEvery?: number;
}

/**
 * Clients that send batch after batch, each again and again until it is acknowledged, as the client library does.
 * `stop` lets each finish the batch that it is at.
 */
export const startSenders = (
  actions: Actions,
  urls: readonly string[],
  token: Credential,
  { senders, rows, restMs = 0, abandonEvery = Infinity }: SenderOptions,
): Senders => {
  let isStopped = false;
  let acknowledged = 0;
  let lastSentAt = -Infinity;
  let turn = 0;
  const send = async (): Promise<void> => {
    while (!isStopped) {
      const number = ++turn;
      const { batch, path, json } = number % 3 === 0 ? deploymentsBatch(rows) : runsBatch(rows);
      for (let isSent = false; !isSent;) {
        const url = urls[turn % urls.length]!;
        const answer = await actions.send(url, token, batch, path, json, GIVE_UP_MS);
        isSent = isAccepted(answer);
        if (isSent) {
          acknowledged++;
          lastSentAt = Math.max(lastSentAt, answer.startedAt);
        } else if (number % abandonEvery === 0) break;
        // What is refused for good would be refused for ever.
        if (answer.status >= 400 && answer.status < 500) throw new Error(`${answer.status} ${answer.text}`);
        if (!isSent) await pause(RETRY_MS);
      }
      if (restMs > 0) await pause(restMs);
    }
  };
  const working = Promise.all(Array.from({ length: senders }, send));
  // Seen when it is stopped.
  working.catch(() => undefined);
  return {
    acknowledged: () => acknowledged,
    acknowledgedSince: (moment) => lastSentAt > moment,
    stop: async () => {
      isStopped = true;
      await working;
    },
  };
};
