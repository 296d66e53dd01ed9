import { sql } from 'kysely';
import { commitParts } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow } from './source-row.ts';

interface Row {
  readonly id: string;
  readonly workload_id: string;
  readonly repository: string;
  readonly sha: string;
  readonly suite: string;
  readonly name: string;
  readonly at: Date;
  readonly branch: string;
  readonly passes: number;
  readonly failures: number;
}

/** Tests that ran more than once on one commit, by `repository@sha/suite/test`. */
export const findRetriedTestRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const asked = commitParts(ids);
  const { rows } = await sql<Row>`
    select distinct on (asked.id, t.workload_id) asked.id, t.workload_id, t.repository, asked.sha, c.suite, c.name,
      max(t.taken_at) as at, max(t.branch) as branch, sum(c.passes)::int as passes, sum(c.failures)::int as failures
    from unnest(${asked.map((one) => one.id)}::text[], ${asked.map((one) => one.repository)}::text[],
      ${asked.map((one) => one.sha)}::text[], ${asked.map((one) => one.rest)}::text[]) as asked(id, repository, sha, test)
    join test_reports t on t.workload_id = any(${[...workloads]}) and t.repository = asked.repository and t.commit_sha = asked.sha
    join test_cases c on c.workload_id = t.workload_id and c.report_id = t.report_id and c.suite || '/' || c.name = asked.test
    group by asked.id, t.workload_id, t.repository, asked.sha, t.name, c.suite, c.name
    order by asked.id, t.workload_id, at desc`.execute(db);
  return rows.map((row) =>
    sourceRow('retried-test', row, {
      title: row.suite === '' ? row.name : `${row.suite}: ${row.name}`,
      at: row.at,
      details: [
        detail('Passed', row.passes, 'count'),
        detail('Failed', row.failures, 'count'),
        detail('Branch', row.branch),
        detail('Commit', row.sha),
      ],
    }),
  );
};
