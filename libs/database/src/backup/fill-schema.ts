import type { FileHandle } from 'node:fs/promises';
import type { Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Database } from '../tables/index.ts';
import { checkAuditChain } from './audit-chain.ts';
import { BackupError } from './backup-error.ts';
import { bringSchemaTo, knownMigrations } from './bring-schema-to.ts';
import { readTables } from './catalogue.ts';
import type { CheckedBackup } from './check-backup.ts';
import type { BackupProgress } from './dump-frames.ts';
import type { DumpedTable } from './format.ts';
import { loadTables } from './load-tables.ts';
import { setSequences, withQuietTables } from './with-quiet-tables.ts';
import { withoutIndexes } from './without-indexes.ts';

export interface Filling {
  readonly client: Client;
  readonly file: FileHandle;
  readonly backup: CheckedBackup;
  readonly onProgress: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Filled {
  /** Tables of the backup that no migration makes, so that they are not CodeMetrics' own. */
  readonly leftOut: readonly string[];
  readonly auditChain: 'whole' | 'broken';
  /** Those that came after the backup. */
  readonly migrationsRun: readonly string[];
}

const columnsOf = (table: DumpedTable | undefined): string =>
  (table?.columns ?? [])
    .map(({ name, type }) => `${name} ${type}`)
    .sort()
    .join(', ');

const requireFit = (present: readonly DumpedTable[], dumped: readonly DumpedTable[]): void => {
  for (const table of present)
    if (columnsOf(table) !== columnsOf(dumped.find(({ name }) => name === table.name)))
      throw new BackupError(
        'unfit',
        `The table ${table.name} of the backup is not as its migrations make it. Nothing was changed.`,
      );
};

/** Makes the schema of the backup in an empty one, loads it all, and brings it forward to this product's. */
export const fillSchema = async (tx: Transaction<Database>, filling: Filling): Promise<Filled> => {
  const { client, backup, onProgress } = filling;
  const { header } = backup;
  await bringSchemaTo(tx, header.migrations);
  const present = await readTables(client);
  requireFit(present, header.tables);
  const onMade = (table: string): void => onProgress({ phase: 'finishing', table, bytes: backup.bytes });
  const leftOut = await withQuietTables(client, present, () =>
    withoutIndexes(client, () => loadTables({ ...filling, present }), onMade),
  );
  await setSequences(client, header.sequences);
  const auditChain = await checkAuditChain(tx, header.auditHead);
  await bringSchemaTo(tx, knownMigrations());
  return { leftOut, auditChain, migrationsRun: knownMigrations().slice(header.migrations.length) };
};
