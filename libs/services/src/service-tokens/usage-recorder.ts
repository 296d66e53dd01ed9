import type { TokenNetwork, TokenUse } from '@codemetrics/database';
import { MAX_TOKEN_NETWORKS } from '@codemetrics/database';
import type { RequestMeta } from '../actor.ts';
import { networkOf } from '../notices/network-of.ts';

interface Gathered {
  lastUsed: Date;
  lastUsedFrom: string;
  lastUserAgent: string | null;
  readonly counts: Map<string, { day: string; operation: string; calls: number; failures: number }>;
  /** By network, each with its first use. */
  readonly networks: Map<string, TokenNetwork>;
}

const addNetwork = (networks: Map<string, TokenNetwork>, use: TokenNetwork): void => {
  const known = networks.get(use.network);
  if (known ? use.at < known.at : networks.size < MAX_TOKEN_NETWORKS) networks.set(use.network, use);
};

/** Gathers how service tokens are used in memory; a timer and the shutdown write it in one batch. */
export interface UsageRecorder {
  record(use: { tokenId: string; operation: string; failed: boolean; at: Date; request: RequestMeta }): void;
  /** Writes what was gathered; what could not be written is kept for the next time. */
  flush(): Promise<void>;
}

/** A recorder that writes through `write`. */
export const createUsageRecorder = (write: (uses: TokenUse[]) => Promise<void>): UsageRecorder => {
  let gathered = new Map<string, Gathered>();
  let flushing: Promise<void> | undefined;

  const add = (tokenId: string, use: Gathered): void => {
    const known = gathered.get(tokenId);
    if (!known) return void gathered.set(tokenId, use);
    for (const network of use.networks.values()) addNetwork(known.networks, network);
    if (use.lastUsed >= known.lastUsed)
      Object.assign(known, { ...use, counts: known.counts, networks: known.networks });
    for (const [key, count] of use.counts) {
      const sum = known.counts.get(key);
      if (sum)
        Object.assign(sum, { calls: sum.calls + count.calls, failures: sum.failures + count.failures });
      else known.counts.set(key, count);
    }
  };

  const writeAll = async (): Promise<void> => {
    if (gathered.size === 0) return;
    const taken = gathered;
    gathered = new Map();
    try {
      await write(
        [...taken].map(([tokenId, { counts, networks, ...last }]) => ({
          tokenId,
          ...last,
          counts: [...counts.values()],
          networks: [...networks.values()],
        })),
      );
    } catch (error) {
      for (const [tokenId, use] of taken) add(tokenId, use);
      throw error;
    }
  };

  return {
    record: ({ tokenId, operation, failed, at, request }) => {
      const day = at.toISOString().slice(0, 10);
      const count = { day, operation, calls: 1, failures: failed ? 1 : 0 };
      // Most calls come from where the one before came from; then there is no other network to note.
      const isMoved = gathered.get(tokenId)?.lastUsedFrom !== request.address;
      const network = isMoved ? networkOf(request.address) : null;
      add(tokenId, {
        lastUsed: at,
        lastUsedFrom: request.address,
        lastUserAgent: request.userAgent,
        counts: new Map([[`${day} ${operation}`, count]]),
        networks: new Map(network === null ? [] : [[network, { network, address: request.address, at }]]),
      });
    },
    // Flushes follow one another, so that a failed one's counts aren't written beside a later one's.
    flush: () => {
      flushing = (flushing ?? Promise.resolve()).catch(() => undefined).then(writeAll);
      return flushing;
    },
  };
};
