import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { BackupError } from './backup-error.ts';
import { readMigrations, readSequences, readTables } from './catalogue.ts';
import type { BackupProgress } from './dump-frames.ts';
import { dumpFrames } from './dump-frames.ts';
import type { AuditPosition, BackupHeader, DumpedTable } from './format.ts';
import { FORMAT } from './format.ts';
import { compressor, writeHeader } from './gzip.ts';
import { openClient } from './open-client.ts';

export interface DumpOptions {
  readonly url: string;
  readonly productVersion: string;
  /** Takes the file's bytes, and is ended. */
  readonly output: Writable;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/** What a backup holds. */
export interface DumpSummary {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Of the file. */
  readonly bytes: number;
  /** So many secrets in it are sealed: they open with the key ring alone, which is not in it. */
  readonly sealedSecrets: number;
}

const readHeader = async (client: Client, productVersion: string): Promise<BackupHeader> => {
  const migrations = await readMigrations(client);
  if (migrations.length === 0)
    throw new BackupError('not-codemetrics', 'There is no CodeMetrics in this database to back up.');
  const tables = await readTables(client);
  // Until the end no migration changes them.
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  await client.query(`lock table ${names.join(', ')} in access share mode`);
  const { rows: heads } = await client.query<AuditPosition>('select sequence, hash from audit_head');
  const { rows: times } = await client.query<{ at: Date }>('select now() as at');
  return {
    format: FORMAT,
    productVersion,
    takenAt: times[0]!.at.toISOString(),
    migrations,
    tables,
    sequences: await readSequences(client),
    auditHead: heads[0]!,
  };
};

const countSealed = async (client: Client, tables: readonly DumpedTable[]): Promise<number> => {
  let total = 0;
  for (const { name, columns } of tables) {
    if (!columns.some((column) => column.name === 'sealed_secret')) continue;
    const { rows } = await client.query<{ count: number }>(
      `select count(sealed_secret) from ${client.escapeIdentifier(name)}`,
    );
    total += rows[0]!.count;
  }
  return total;
};

/**
 * Writes everything that the database holds at one moment, while servers go on working. Throws a `BackupError`, or
 * what PostgreSQL or the output say; what was written until then is no backup, and a restore refuses it.
 */
export const dumpDatabase = async (options: DumpOptions): Promise<DumpSummary> => {
  const { url, productVersion, output, signal, onProgress = () => undefined } = options;
  const client = await openClient(url, 'backup', signal);
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const header = await readHeader(client, productVersion);
    const sealedSecrets = await countSealed(client, header.tables);
    const rows: Record<string, number> = {};
    let bytes = 0;
    await pipeline(
      dumpFrames({ client, header, rows, onProgress }),
      compressor(),
      writeHeader,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          bytes += chunk.length;
          yield chunk;
        }
      },
      output,
      { signal },
    );
    await client.query('commit');
    return {
      takenAt: header.takenAt,
      tables: header.tables.length,
      rows: Object.values(rows).reduce((total, count) => total + count, 0),
      bytes,
      sealedSecrets,
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
};
