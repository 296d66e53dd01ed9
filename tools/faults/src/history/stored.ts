import type { AuditEntriesTable } from '@codemetrics/database';
import type { Postgres } from '../cluster/postgres.ts';
import type { StoredBatch } from './batches.ts';

const BATCHES = `
  select split_part(external_id, '/', 1) as batch, count(*)::int as rows, count(distinct external_id)::int as keys
  from (select external_id from pipeline_runs union all select external_id from deployments) as sent
  where external_id like 'batch-%' group by 1`;

/** What there is of each batch of runs and deployments. */
export const batchesFrom = async (
  ask: (statement: string) => Promise<Record<string, unknown>[]>,
): Promise<StoredBatch[]> => (await ask(BATCHES)) as unknown as StoredBatch[];

export const storedBatches = (postgres: Postgres): Promise<StoredBatch[]> =>
  batchesFrom((statement) => postgres.ask(statement));

/** The audit log, in its order. */
export const auditEntries = async (postgres: Postgres): Promise<AuditEntriesTable[]> => {
  const rows = await postgres.ask('select * from audit_entries order by sequence');
  // bigint comes as text; the hash was taken over the number.
  return rows.map((row) => ({ ...row, sequence: Number(row['sequence']) })) as unknown as AuditEntriesTable[];
};

/** Rows of the tables that people change which no entry tells of, and the reverse, by name. */
export const unauditedRows = async (postgres: Postgres): Promise<string[]> => {
  const rows = await postgres.ask(`
    select 'token ' || token_id as what from service_tokens where not exists (
      select from audit_entries where outcome = 'success' and (
        (action = 'tokens.create' and target = token_id::text) or
        (action in ('tokens.rotate', 'tokens.rotateSelf') and details->>'replacement' = token_id::text)))
    union all
    select 'revocation of ' || token_id from service_tokens where revoked_at is not null and not exists (
      select from audit_entries where outcome = 'success' and target = token_id::text and action = 'tokens.revoke')
      and not exists (select from audit_entries where outcome = 'success' and target = user_id::text and action = 'users.update')
    union all
    select 'user ' || user_id from users where not exists (
      select from audit_entries where outcome = 'success' and action = 'users.create' and target = user_id::text)
    union all
    select 'workload ' || workload_id from workloads where not exists (
      select from audit_entries where outcome = 'success' and action = 'workloads.create' and target = workload_id)
    union all
    select 'entry ' || sequence from audit_entries where outcome = 'success' and (
      (action = 'tokens.create' and not exists (select from service_tokens where token_id::text = target)) or
      (action = 'users.create' and not exists (select from users where user_id::text = target)) or
      (action = 'workloads.create' and not exists (select from workloads where workload_id = target)))`);
  return rows.map(({ what }) => String(what));
};
