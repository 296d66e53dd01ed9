import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupHeader, DumpedTable } from './format.ts';
import { encodeFrame, encodeJsonFrame, FRAME, MAGIC, MAX_FRAME_BYTES } from './format.ts';

/** How far a backup or a restore is. */
export interface BackupProgress {
  readonly phase: 'writing' | 'checking' | 'loading' | 'finishing';
  /** The table at hand. */
  readonly table?: string;
  /** Bytes done of all; unpacked when writing and loading. While writing, how many there will be is not known. */
  readonly bytes: number;
  readonly totalBytes?: number;
}

interface Dumping {
  readonly client: Client;
  readonly header: BackupHeader;
  readonly onProgress: (progress: BackupProgress) => void;
  /** Filled table by table. */
  readonly rows: Record<string, number>;
}

async function* pieces(client: Client, table: DumpedTable, rows: Record<string, number>) {
  const [name, ...columns] = [table.name, ...table.columns.map((column) => column.name)].map((one) =>
    client.escapeIdentifier(one),
  );
  const copy = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
  for await (const chunk of copy as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += MAX_FRAME_BYTES) yield chunk.subarray(at, at + MAX_FRAME_BYTES);
  // The stream ends before its count has come; the answer to a later query comes after it.
  await client.query('select');
  rows[table.name] = copy.rowCount;
}

async function* contents({ client, header, rows, onProgress }: Dumping): AsyncGenerator<Buffer> {
  yield MAGIC;
  yield encodeJsonFrame(FRAME.header, header);
  let bytes = 0;
  for (const table of header.tables) {
    yield encodeFrame(FRAME.table, Buffer.from(table.name));
    for await (const piece of pieces(client, table, rows)) {
      yield encodeFrame(FRAME.data, piece);
      bytes += piece.length;
      onProgress({ phase: 'writing', table: table.name, bytes });
    }
  }
}

/** The whole of a backup, unpacked, piece by piece as whoever takes them has room. */
export async function* dumpFrames(dumping: Dumping): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const part of contents(dumping)) {
    hash.update(part);
    yield part;
  }
  yield encodeJsonFrame(FRAME.trailer, { rows: dumping.rows, sha256: hash.digest('hex') });
}
