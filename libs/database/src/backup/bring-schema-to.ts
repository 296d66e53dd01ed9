import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Database } from '../tables/index.ts';
import { BackupError } from './backup-error.ts';
import type { BackupHeader } from './format.ts';

/** Kysely's migrator takes it in the session; so a server that starts meanwhile waits until the restore is done. */
const MIGRATION_LOCK = '3853314791062309107';
const LOCK_TIMEOUT = '10s';

/** The migrations that this product has, in their order. */
export const knownMigrations = (): string[] => Object.keys(MIGRATIONS).sort();

/** Refuses a backup whose migrations are not the first ones of this product. */
export const requireKnownMigrations = ({ migrations, productVersion }: BackupHeader): void => {
  const known = knownMigrations();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BackupError(
      'newer',
      `This backup was made by a newer CodeMetrics (${productVersion}): this one does not know ${unknown.join(', ')}. Restore it with that version or a later one.`,
    );
  if (migrations.length === 0 || migrations.some((name, at) => name !== known[at]))
    throw new BackupError('unfit', 'The migrations of this backup are not those of any CodeMetrics.');
};

/** Held until the transaction ends. */
export const lockMigrations = async (tx: Transaction<Database>): Promise<void> => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)}::bigint) as taken`.execute(tx);
  if (rows[0]?.taken !== true)
    throw new BackupError(
      'in-use',
      'A server that starts, or another restore, works on this database. Stop it first.',
    );
};

/** Runs those of the named migrations that have not run yet. */
export const bringSchemaTo = async (tx: Transaction<Database>, names: readonly string[]): Promise<void> => {
  let reason: unknown;
  // Once one has failed, the migrator can't even give its lock back, and tells of that only.
  const noting = (name: string): Migration => ({
    up: (db) => MIGRATIONS[name]!.up(db).catch((error: unknown) => Promise.reject((reason = error))),
  });
  const wanted = Object.fromEntries(names.map((name) => [name, noting(name)]));
  const migrator = new Migrator({ db: tx, provider: { getMigrations: () => Promise.resolve(wanted) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw (reason ?? error) as Error;
  // The migrator has set an hour.
  await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(tx);
};
