import type { CodeMetricsClient } from '@codemetrics/client';
import type { CommitRow } from '@codemetrics/sources';
import { commitBatches } from './commit-batches.ts';

/** What the server has acknowledged so far, without a gap. */
export interface Acknowledged {
  readonly commits: number;
  readonly created: number;
  readonly updated: number;
  /** The last commit of them; null before the first. */
  readonly last: string | null;
}

/** How a history is sent. */
export interface SendOptions {
  /** Ends the calls that are under way too. */
  readonly signal?: AbortSignal | undefined;
  readonly onAcknowledged?: (so: Acknowledged) => void;
  readonly limits?: { readonly rows: number; readonly bytes: number } | undefined;
}

/** While the database writes one batch, the server reads the next, and this side makes a third. */
const IN_FLIGHT = 3;

/**
 * Sends the commits of a history as they are read, a few batches at once, and tells of them in the order of the history.
 * When reading fails or is stopped, what is under way is waited for before the failure is passed on.
 */
export const sendHistory = async (
  client: CodeMetricsClient,
  rows: AsyncIterable<CommitRow>,
  options: SendOptions = {},
): Promise<Acknowledged> => {
  const { signal, onAcknowledged, limits } = options;
  let so: Acknowledged = { commits: 0, created: 0, updated: 0, last: null };
  const travelling: Promise<() => void>[] = [];
  let hasGap = false;
  const settle = async (): Promise<void> => {
    try {
      (await travelling.shift()!)();
    } catch (error) {
      hasGap = true;
      throw error;
    }
  };
  try {
    for await (const batch of commitBatches(rows, limits)) {
      const call = client.commits.send({ commits: batch.rows }, signal ? { signal } : {});
      const told = call.then(({ created, updated }) => () => {
        so = {
          commits: so.commits + batch.commits,
          created: so.created + created,
          updated: so.updated + updated,
          last: batch.last ?? so.last,
        };
        onAcknowledged?.(so);
      });
      // Its failure is thrown where it is awaited; until then it must not count as unhandled.
      told.catch(() => undefined);
      travelling.push(told);
      if (travelling.length >= IN_FLIGHT) await settle();
    }
    while (travelling.length > 0) await settle();
  } catch (error) {
    // What was acknowledged after a batch that failed does not count; it will be sent again.
    for (const one of await Promise.allSettled(travelling)) {
      hasGap ||= one.status === 'rejected';
      if (!hasGap && one.status === 'fulfilled') one.value();
    }
    throw error;
  }
  return so;
};
