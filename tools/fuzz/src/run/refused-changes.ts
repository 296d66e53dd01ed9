import type { TakeDigest } from '../check/table-digest.ts';
import { changedTables } from '../check/table-digest.ts';
import type { Call } from '../generate/call.ts';
import { mayChange } from '../generate/call.ts';
import type { Examine, Examined } from './examiner.ts';
import { inParallel } from './in-parallel.ts';

/** A refused call that changed something. */
export interface RefusedChange {
  readonly call: Call;
  readonly tables: readonly string[];
}

const isRefused = ({ call, answer }: Examined): boolean =>
  mayChange(call) && answer !== undefined && answer.status >= 400 && answer.status < 500;

const changesOf = async (
  calls: readonly Call[],
  width: number,
  examine: Examine,
  digest: TakeDigest,
): Promise<readonly string[]> => {
  const before = await digest();
  const again = await inParallel(calls, width, examine);
  const after = await digest();
  // Where the state has moved on so that one is accepted now, a change is no wonder.
  return again.every(isRefused) ? changedTables(before, after) : [];
};

/**
 * Sends the refused calls of a batch again, nothing else beside them, and looks whether the database is as it was.
 * Where it isn't, each is sent alone to find out which. Answers how many were sent, too.
 */
export const refusedChanges = async (
  examined: readonly Examined[],
  width: number,
  examine: Examine,
  digest: TakeDigest,
): Promise<{ readonly sent: number; readonly changes: readonly RefusedChange[] }> => {
  const refused = examined.filter(isRefused).map((one) => one.call);
  if (refused.length === 0) return { sent: 0, changes: [] };
  const tables = await changesOf(refused, width, examine, digest);
  if (tables.length === 0) return { sent: refused.length, changes: [] };
  const changes: RefusedChange[] = [];
  for (const call of refused) {
    const own = await changesOf([call], 1, examine, digest);
    if (own.length > 0) changes.push({ call, tables: own });
  }
  // Together they changed something, and none does alone: the first stands for all.
  if (changes.length === 0) changes.push({ call: refused[0]!, tables });
  return { sent: 2 * refused.length, changes };
};
