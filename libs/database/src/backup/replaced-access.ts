import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';
import type { AuditPosition } from './format.ts';

/** What says who may get in, and what was ended: kept of a replaced database as `replaced_<table>`. */
export const REMEMBERED: Readonly<Record<string, readonly string[]>> = {
  users: ['user_id', 'role', 'workloads', 'disabled', 'password_hash'],
  service_tokens: [
    ...['token_id', 'user_id', 'scopes', 'workloads', 'allowed_cidrs'],
    ...['expires_at', 'revoked_at', 'ends_at'],
  ],
  signing_keys: ['kid', 'alg', 'state', 'created_at', 'activated_at', 'ended_at'],
  user_identities: ['provider', 'subject', 'user_id'],
  ci_identities: [
    ...['identity_id', 'issuer', 'audience', 'claims', 'scopes', 'workloads'],
    ...['lifetime_seconds', 'user_id'],
  ],
  notice_webhooks: ['webhook_id', 'url', 'disabled_at'],
  sources: ['source', 'sealed_secret'],
};

/** What else is known of a replaced database. */
export interface ReplacedAccess {
  /** The hash of its first audit entry, which no other installation has. */
  readonly firstHash: string | null;
  readonly auditHead: AuditPosition | null;
}

const firstHashOf = async (tx: Transaction<Database>): Promise<string | null> =>
  (await tx.selectFrom('audit_entries').select('hash').orderBy('sequence').limit(1).executeTakeFirst())
    ?.hash ?? null;

const copyOf = (table: string) =>
  sql`create temporary table if not exists ${sql.id(`replaced_${table}`)} on commit drop as
    select ${sql.join(REMEMBERED[table]!.map((column) => sql.ref(column)))} from ${sql.table(table)}`;

/** Keeps until the transaction ends what the database that is about to be emptied says of access. */
export const rememberAccess = async (tx: Transaction<Database>): Promise<ReplacedAccess> => {
  for (const table of Object.keys(REMEMBERED)) {
    const { rows } = await sql<{ found: boolean }>`
      select to_regclass(format('%I.%I', current_schema(), ${table}::text)) is not null as found`.execute(tx);
    if (rows[0]!.found) await copyOf(table).execute(tx);
  }
  const head = await tx.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  return { firstHash: await firstHashOf(tx), auditHead: head ?? null };
};

/** Once the backup is in: whether it was taken of the installation that is replaced, so that what is known there counts. */
export const isSameInstallation = async (
  tx: Transaction<Database>,
  replaced: ReplacedAccess,
): Promise<boolean> => {
  // Tables that came after the replaced database's version are known to it as empty ones.
  for (const table of Object.keys(REMEMBERED)) await sql`${copyOf(table)} where false`.execute(tx);
  if (replaced.firstHash !== null && replaced.firstHash === (await firstHashOf(tx))) return true;
  const { rows } = await sql`
    select from users u join replaced_users r on r.user_id = u.user_id limit 1`.execute(tx);
  return rows.length > 0;
};
