import { sql } from 'kysely';
import type { CommitsTable } from '../../tables/facts.ts';
import { commitParts } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, secondsDetail, sourceRow, timeDetail } from './source-row.ts';

/** The first line of a commit's message, else its hash. */
const titleOf = (message: string | null, sha: string): string =>
  message?.split('\n', 1)[0]?.trim() || sha.slice(0, 10);

/** Commits by `repository@sha`. */
export const findCommitRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const asked = commitParts(ids);
  const { rows } = await sql<CommitsTable & { id: string; added: number | null; deleted: number | null }>`
    select c.*, asked.id, f.added, f.deleted
    from unnest(${asked.map((one) => one.id)}::text[], ${asked.map((one) => one.repository)}::text[],
      ${asked.map((one) => one.sha)}::text[]) as asked(id, repository, sha)
    join commits c on c.workload_id = any(${[...workloads]}) and c.repository = asked.repository and c.sha = asked.sha
    cross join lateral (select sum(added_lines)::int as added, sum(deleted_lines)::int as deleted from commit_files file
      where file.workload_id = c.workload_id and file.repository = c.repository and file.sha = c.sha) as f`.execute(
    db,
  );
  return rows.map((row) =>
    sourceRow('commit', row, {
      title: titleOf(row.message, row.sha),
      at: row.committed_at,
      details: [
        detail('By', row.author_name),
        detail('Added', row.added, 'lines'),
        detail('Deleted', row.deleted, 'lines'),
        timeDetail('Written', row.authored_at),
        detail('Branch', row.branch),
        detail('Commit', row.sha),
      ],
    }),
  );
};

interface Delivered {
  readonly id: string;
  readonly workload_id: string;
  readonly repository: string;
  readonly message: string | null;
  readonly author_name: string | null;
  readonly committed_at: Date;
  readonly finished_at: Date;
  readonly deployment: string | null;
}

/** Commits that a deployment brought to production, by their hash alone. */
export const findDeliveredCommitRows: SourceRowFinder = async (db, { workloads, ids }) => {
  // By way of the workload's few repositories, since no index begins with the hash.
  const { rows } = await sql<Delivered>`
    select distinct on (d.workload_id, d.sha) d.sha as id, d.workload_id, d.repository, c.message, c.author_name,
      d.committed_at, d.finished_at, dep.source || '/' || dep.external_id as deployment
    from repositories r
    join delivered_commits d on d.workload_id = r.workload_id and d.repository = r.repository and d.sha = any(${[...ids]})
    left join commits c on c.workload_id = d.workload_id and c.repository = d.repository and c.sha = d.sha
    left join deployments dep on dep.workload_id = d.workload_id and dep.deployment_id = d.deployment_id
    where r.workload_id = any(${[...workloads]})
    order by d.workload_id, d.sha, d.finished_at`.execute(db);
  return rows.map((row) =>
    sourceRow('delivered-commit', row, {
      title: titleOf(row.message, row.id),
      at: row.finished_at,
      details: [
        secondsDetail('Lead time', row.committed_at, row.finished_at),
        detail('By', row.author_name),
        timeDetail('Committed', row.committed_at),
        detail('Deployment', row.deployment),
        detail('Commit', row.id),
      ],
    }),
  );
};
