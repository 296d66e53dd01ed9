import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { DeliveredCommitsTable } from '../tables/facts.ts';

interface RepositoryKey {
  readonly workload: string;
  readonly repository: string;
}

/** Marks repositories whose commit → deployment relation must be worked out anew, in the writer's own transaction. */
export const markDeliveryDirty = async (db: Executor, keys: readonly RepositoryKey[]): Promise<void> => {
  const distinct = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  if (distinct.length === 0) return;
  await sql`
    insert into delivery_dirty as t (workload_id, repository)
    select * from unnest(${distinct.map((key) => key.workload)}::text[], ${distinct.map((key) => key.repository)}::text[]) as k(w, r) order by w, r
    on conflict (workload_id, repository) do update set marks = t.marks + 1`.execute(db);
};

/** The marked repositories of these workloads. */
export const listDeliveryDirty = (db: Executor, workloads: readonly string[]) =>
  db
    .selectFrom('delivery_dirty')
    .select(['workload_id', 'repository'])
    .where('workload_id', 'in', workloads.length > 0 ? [...workloads] : [''])
    .orderBy('workload_id')
    .orderBy('repository')
    .execute();

/** Takes a mark away and holds its row: a writer that comes meanwhile waits and marks again. False where it is gone. */
export const takeDeliveryDirty = async (
  db: Executor,
  workload: string,
  repository: string,
): Promise<boolean> =>
  (await db
    .deleteFrom('delivery_dirty')
    .where('workload_id', '=', workload)
    .where('repository', '=', repository)
    .returning('marks')
    .executeTakeFirst()) !== undefined;

/** The commit graph of a repository, in the order of commit time. */
export const readCommitGraph = (db: Executor, workload: string, repository: string) =>
  db
    .selectFrom('commits')
    .select(['sha', 'parents', 'committed_at', 'author_kind', 'branch'])
    .where('workload_id', '=', workload)
    .where('repository', '=', repository)
    .orderBy('committed_at')
    .orderBy('sha')
    .execute();

/** The successful production deployments of a repository, in the order of their finish. */
export const readProductionDeployments = async (db: Executor, workload: string, repository: string) => {
  const rows = await db
    .selectFrom('deployments')
    .select(['deployment_id', 'commit_sha', 'finished_at'])
    .where('workload_id', '=', workload)
    .where('repository', '=', repository)
    .where('production', '=', true)
    .where('status', '=', 'success')
    .where('finished_at', 'is not', null)
    .orderBy('finished_at')
    .orderBy('deployment_id')
    .execute();
  return rows.map((row) => ({ ...row, finished_at: row.finished_at! }));
};

/** Replaces what is known of a repository's delivered commits. */
export const replaceDeliveredCommits = async (
  db: Executor,
  workload: string,
  repository: string,
  rows: readonly Omit<DeliveredCommitsTable, 'workload_id' | 'repository'>[],
): Promise<void> => {
  await db
    .deleteFrom('delivered_commits')
    .where('workload_id', '=', workload)
    .where('repository', '=', repository)
    .execute();
  if (rows.length === 0) return;
  await sql`
    insert into delivered_commits (workload_id, repository, sha, deployment_id, committed_at, finished_at, author_kind, branch)
    select ${workload}, ${repository}, * from unnest(${rows.map((row) => row.sha)}::text[], ${rows.map((row) => row.deployment_id)}::uuid[],
      ${rows.map((row) => row.committed_at)}::timestamptz[], ${rows.map((row) => row.finished_at)}::timestamptz[],
      ${rows.map((row) => row.author_kind)}::text[], ${rows.map((row) => row.branch)}::text[])`.execute(db);
};
