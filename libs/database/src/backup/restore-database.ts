import type { FileHandle } from 'node:fs/promises';
import type { Transaction } from 'kysely';
import type { Client } from 'pg';
import type { Database } from '../tables/index.ts';
import { lockMigrations, requireKnownMigrations } from './bring-schema-to.ts';
import type { CheckedBackup } from './check-backup.ts';
import type { BackupProgress } from './dump-frames.ts';
import { fillSchema } from './fill-schema.ts';
import { openClient } from './open-client.ts';
import { recordRestore } from './record-restore.ts';
import { rememberAccess } from './replaced-access.ts';
import type { RestoreSummary } from './restore-summary.ts';
import { beginOn } from './restore-transaction.ts';
import { restrictAccess } from './restrict-access.ts';
import { emptySchema, inspectTarget, requireNoServer } from './target-state.ts';

export interface RestoreOptions {
  readonly url: string;
  /** An open file, and what `checkBackup` told of it. */
  readonly file: FileHandle;
  readonly backup: CheckedBackup;
  /** Whether a CodeMetrics that is in the database may be replaced. */
  readonly replace: boolean;
  /** Leaves service tokens as good as they were in the backup, where nothing later is known of them. */
  readonly keepTokens: boolean;
  readonly now?: () => Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: BackupProgress) => void;
}

const restoreIn = async (
  client: Client,
  tx: Transaction<Database>,
  options: RestoreOptions,
): Promise<RestoreSummary> => {
  const { file, backup, replace, keepTokens, signal, onProgress = () => undefined } = options;
  const { header, trailer } = backup;
  await lockMigrations(tx);
  await requireNoServer(client);
  const { isEmpty } = await inspectTarget(client, replace);
  const replaced = isEmpty ? null : await rememberAccess(tx);
  if (!isEmpty) await emptySchema(client);
  const filled = await fillSchema(tx, { client, file, backup, onProgress, signal });
  const loaded = header.tables.filter(({ name }) => !filled.leftOut.includes(name));
  const now = options.now?.() ?? new Date();
  const summary: RestoreSummary = {
    takenAt: header.takenAt,
    productVersion: header.productVersion,
    tables: loaded.length,
    rows: loaded.reduce((total, { name }) => total + trailer.rows[name]!, 0),
    replaced: !isEmpty,
    ...filled,
    ...(await restrictAccess(tx, replaced, { keepTokens, now })),
  };
  await recordRestore(tx, summary, replaced?.auditHead ?? null, now);
  return summary;
};

/**
 * Puts a backup into a database, in one transaction. Throws a `BackupError`, or what PostgreSQL says; then nothing
 * has changed.
 */
export const restoreDatabase = async (options: RestoreOptions): Promise<RestoreSummary> => {
  const { url, backup, signal } = options;
  requireKnownMigrations(backup.header);
  const cut = new AbortController();
  const stop = (): void => cut.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  const client = await openClient(url, 'restore', cut.signal);
  try {
    const tx = await beginOn(client);
    try {
      const summary = await restoreIn(client, tx, options);
      signal?.throwIfAborted();
      // From here on it is done, or PostgreSQL says that it is not.
      signal?.removeEventListener('abort', stop);
      await tx.commit().execute();
      // Without statistics the first queries would be planned badly. They come by themselves, if later.
      await client.query('vacuum (analyze)').catch(() => undefined);
      return summary;
    } finally {
      if (!tx.isCommitted)
        await tx
          .rollback()
          .execute()
          .catch(() => undefined);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
};
