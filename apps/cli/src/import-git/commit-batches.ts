import type { CommitRow } from '@codemetrics/sources';
import { MAX_BATCH_ROWS, MAX_BODY_BYTES } from '@codemetrics/contracts';

/** Rows for one call. */
export interface CommitBatch {
  readonly rows: CommitRow[];
  /** How many commits begin in it; one of very many files is several rows. */
  readonly commits: number;
  /** The last commit that ends in it; null where none does. */
  readonly last: string | null;
}

/** What one call may hold, with room for what stands around its rows. */
const LIMITS = { rows: MAX_BATCH_ROWS, bytes: MAX_BODY_BYTES - 64 * 1024 } as const;

// A UTF-16 unit takes at most three bytes as UTF-8, and what JSON escapes of a fitting text takes two. Counting this way
// is far cheaper than writing each row twice, and only batches of very long texts end sooner than they had to.
const BYTES_A_UNIT = 3;
const BYTES_A_ROW = 400;
const BYTES_A_FILE = 100;
const BYTES_A_PARENT = 70;

const mostBytes = (row: CommitRow): number => {
  const { author, branch, repository, message, parents, files } = row;
  let units =
    repository.length + (branch?.length ?? 0) + (message?.length ?? 0) + row.workload.length + row.sha.length;
  units += (author?.name.length ?? 0) + (author?.email?.length ?? 0);
  for (const file of files ?? []) units += file.path.length + (file.previousPath?.length ?? 0);
  return (
    BYTES_A_ROW +
    units * BYTES_A_UNIT +
    (files?.length ?? 0) * BYTES_A_FILE +
    (parents?.length ?? 0) * BYTES_A_PARENT
  );
};

/** Gathers the rows of a history into batches that one call may send, in order. */
export async function* commitBatches(
  rows: AsyncIterable<CommitRow>,
  limits: { readonly rows: number; readonly bytes: number } = LIMITS,
): AsyncGenerator<CommitBatch, void, undefined> {
  let batch: CommitRow[] = [];
  let [bytes, commits] = [0, 0];
  let previous: string | null = null;
  let complete: string | null = null;
  for await (const row of rows) {
    const isNew = row.sha !== previous;
    if (isNew && batch.length > 0) complete = previous;
    const size = mostBytes(row);
    if (batch.length > 0 && (batch.length >= limits.rows || bytes + size > limits.bytes)) {
      yield { rows: batch, commits, last: complete };
      batch = [];
      [bytes, commits, complete] = [0, 0, null];
    }
    if (isNew) commits += 1;
    batch.push(row);
    bytes += size;
    previous = row.sha;
  }
  if (batch.length > 0) yield { rows: batch, commits, last: previous };
}
