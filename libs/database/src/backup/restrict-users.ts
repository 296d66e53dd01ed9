import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';
import { BackupError } from './backup-error.ts';

/** What became of the users of a backup, by name. */
export interface RestrictedUsers {
  /** Disabled, or deleted, after the backup was taken. */
  readonly disabled: readonly string[];
  /** Whose role or workloads were narrowed after the backup was taken. */
  readonly narrowed: readonly string[];
  /** Whose password was changed after the backup was taken: the later one counts. */
  readonly passwordsKept: readonly string[];
}

type Names = { readonly username: string };

const LEAST_FIRST = sql`array['viewer', 'editor', 'admin']`;

/** Of what the backup and the replaced database say of a user, the stricter counts. */
export const restrictUsers = async (tx: Transaction<Database>): Promise<RestrictedUsers> => {
  const { rows: disabled } = await sql<Names>`
    update users u set disabled = true
    where not u.disabled and not exists (select from replaced_users r where r.user_id = u.user_id and not r.disabled)
    returning u.username`.execute(tx);
  const { rows: demoted } = await sql<Names>`
    update users u set role = r.role from replaced_users r
    where r.user_id = u.user_id and r.role <> u.role
      and coalesce(array_position(${LEAST_FIRST}, r.role) < array_position(${LEAST_FIRST}, u.role), true)
    returning u.username`.execute(tx);
  const { rows: confined } = await sql<Names>`
    update users u set workloads = case when u.workloads is null then r.workloads
      else array(select unnest(u.workloads) intersect select unnest(r.workloads) order by 1) end
    from replaced_users r where r.user_id = u.user_id and r.workloads is not null
      and (u.workloads is null or not u.workloads <@ r.workloads)
    returning u.username`.execute(tx);
  const { rows: passwords } = await sql<Names>`
    update users u set password_hash = r.password_hash from replaced_users r
    where r.user_id = u.user_id and r.password_hash is distinct from u.password_hash
    returning u.username`.execute(tx);
  const names = (rows: readonly Names[]): string[] =>
    [...new Set(rows.map(({ username }) => username))].sort();
  return {
    disabled: names(disabled),
    narrowed: names([...demoted, ...confined]),
    passwordsKept: names(passwords),
  };
};

/** The server makes an administrator only where there is no user at all. */
export const requireAdministrator = async (tx: Transaction<Database>): Promise<void> => {
  const { rows } = await sql`select from users where role = 'admin' and not disabled limit 1`.execute(tx);
  if (rows.length === 0)
    throw new BackupError(
      'no-administrator',
      'Every administrator in the backup was disabled, demoted or deleted since, so nobody could manage what comes out of it. Nothing was changed. Restore it into an empty database to have the users as they were.',
    );
};
