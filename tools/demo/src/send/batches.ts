import { MAX_BATCH_ROWS, MAX_BODY_BYTES } from '@codemetrics/contracts';

/** What one call may hold, with room for what stands around its rows. */
export const BATCH_LIMITS = { rows: MAX_BATCH_ROWS, bytes: MAX_BODY_BYTES - 64 * 1024 } as const;

/** Gathers rows into batches that one call may send, in order. */
export async function* batchesOf<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  limits: { readonly rows: number; readonly bytes: number } = BATCH_LIMITS,
): AsyncGenerator<Row[], void, undefined> {
  let batch: Row[] = [];
  let bytes = 0;
  for await (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (batch.length > 0 && (batch.length >= limits.rows || bytes + size > limits.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Sends rows batch by batch; while one travels, the next is gathered. */
export const sendInBatches = async <Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  send: (batch: Row[]) => Promise<unknown>,
): Promise<void> => {
  let sending: Promise<unknown> = Promise.resolve();
  for await (const batch of batchesOf(rows)) {
    await sending;
    sending = send(batch);
    // Its failure is thrown where it is awaited; until then it must not count as unhandled.
    sending.catch(() => undefined);
  }
  await sending;
};
