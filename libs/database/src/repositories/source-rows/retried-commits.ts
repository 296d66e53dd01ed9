import { sql } from 'kysely';
import { commitParts } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow } from './source-row.ts';

interface Row {
  readonly id: string;
  readonly workload_id: string;
  readonly repository: string;
  readonly sha: string;
  readonly at: Date;
  readonly jobs: string[];
  readonly branch: string | null;
  readonly successes: number;
  readonly failures: number;
}

/** Commits on which jobs ran more than once: what came of all attempts of these jobs. */
export const findRetriedCommitRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const asked = commitParts(ids);
  const { rows } = await sql<Row>`
    with asked as (
      select * from unnest(${asked.map((one) => one.id)}::text[], ${asked.map((one) => one.repository)}::text[],
        ${asked.map((one) => one.sha)}::text[]) as a(id, repository, sha)
    ),
    by_job as (
      select asked.id, r.workload_id, r.repository, asked.sha, r.job, max(r.finished_at) as at, max(r.branch) as branch,
        (count(*) filter (where r.conclusion = 'success'))::int as successes,
        (count(*) filter (where r.conclusion <> 'success'))::int as failures
      from asked join pipeline_runs r on r.repository = asked.repository and r.commit_sha = asked.sha
      where r.workload_id = any(${[...workloads]}) and r.status = 'completed'
        and r.conclusion in ('success', 'failure', 'timed-out')
      group by asked.id, r.workload_id, r.repository, asked.sha, r.job having count(*) >= 2
    )
    select id, workload_id, repository, sha, max(at) as at, max(branch) as branch, array_agg(job order by job) as jobs,
      sum(successes)::int as successes, sum(failures)::int as failures
    from by_job group by id, workload_id, repository, sha`.execute(db);
  return rows.map((row) =>
    sourceRow('retried-commit', row, {
      title: `${row.jobs.slice(0, 3).join(', ')}${row.jobs.length > 3 ? ', …' : ''} on ${row.sha.slice(0, 10)}`,
      at: row.at,
      details: [
        detail('Succeeded', row.successes, 'count'),
        detail('Failed', row.failures, 'count'),
        detail('Branch', row.branch),
        detail('Commit', row.sha),
      ],
    }),
  );
};
