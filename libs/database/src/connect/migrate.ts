import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Database } from '../tables/index.ts';

/** Oldest PostgreSQL whose features the schema uses. */
const MIN_SERVER_VERSION = 150_000;

/** Brings the schema forward, one server at a time however many start; returns the names of what ran. */
export const migrate = async (db: Kysely<Database>): Promise<string[]> => {
  const version = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  if (Number(version.rows[0]?.server_version_num) < MIN_SERVER_VERSION)
    throw new Error(
      'The database is older than PostgreSQL 15. Use 15 or later, or leave DATABASE_URL out for the embedded one.',
    );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('A migration failed', { cause: error });
  return (results ?? []).filter((one) => one.status === 'Success').map((one) => one.migrationName);
};
