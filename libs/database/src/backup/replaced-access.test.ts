import { expect, test } from 'vitest';
import { makeDatabase, query } from './backup-testing.ts';
import { REMEMBERED } from './replaced-access.ts';

/** Tables of which nothing lets anybody in: what is restored of them is as it was. */
const HARMLESS = [
  ...[
    'audit_entries',
    'audit_head',
    'change_reviews',
    'changes',
    'commit_files',
    'commits',
    'coverage_reports',
  ],
  ...['delivered_commits', 'delivery_dirty', 'deployments', 'dimension_values', 'incidents', 'issues'],
  ...['measurements', 'pipeline_jobs', 'pipeline_runs', 'query_jobs', 'rate_limits', 'repositories'],
  ...['saved_queries', 'service_token_networks', 'service_token_usage', 'sign_in_limits', 'test_cases'],
  ...['test_reports', 'vulnerability_findings', 'vulnerability_reports', 'webhook_deliveries', 'workloads'],
  ...['notices', 'kysely_migration', 'kysely_migration_lock'],
];
/** Those whose every row is ended by a restore, whatever was replaced. */
const ENDED = ['sessions', 'notice_deliveries'];

test('every table is judged: a new one that lets somebody in must be remembered, or ended', async () => {
  const rows = await query<{ name: string }>(
    await makeDatabase(),
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  expect([...HARMLESS, ...ENDED, ...Object.keys(REMEMBERED)].sort()).toEqual(
    rows.map(({ name }) => name).sort(),
  );
});
