import type { WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import { requireWorkloads } from '../workloads/access.ts';

/** Stores a batch in one transaction: when it returns, every row is durable; when it throws, none is. */
export const sendBatch = <Row extends { readonly workload: string }>(
  deps: Deps,
  actor: Actor,
  rows: readonly Row[],
  store: (deps: Deps, tx: Executor, rows: readonly Row[]) => Promise<WriteCounts>,
): Promise<WriteCounts> =>
  inTransaction(deps, async (tx) => {
    // Locked, so that a workload can't be deleted between this look and the commit.
    await requireWorkloads(
      tx,
      actor,
      rows.map((row) => row.workload),
      { lock: true },
    );
    return store(deps, tx, rows);
  });
