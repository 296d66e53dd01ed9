import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { MetricDefinition, RowScope } from '../define-metric.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';

/** What a change was first committed, reviewed and deployed at; null where it is not known. */
const FIRST_COMMIT = sql`coalesce(ch.first_commit_at, (
  select min(coalesce(c.authored_at, c.committed_at)) from commits c
  where c.workload_id = ch.workload_id and c.repository = ch.repository and c.sha = any(ch.commits)))`;

const FIRST_REVIEW = sql`coalesce((
  select min(r.submitted_at) from change_reviews r
  where r.workload_id = ch.workload_id and r.source = ch.source and r.change_external_id = ch.external_id
    and r.reviewer_kind is distinct from 'bot' and r.reviewer_name is distinct from ch.author_name
    and r.submitted_at >= coalesce(ch.ready_at, ch.opened_at)), ch.first_review_at)`;

const finishOf = (sha: RawBuilder<unknown>) => sql`(
  select max(d.finished_at) from delivered_commits d
  where d.workload_id = ch.workload_id and d.repository = ch.repository and d.sha = ${sha})`;

/** The tip that a merge commit took in; null for any other commit. */
const MERGED_TIP = sql`(
  select c.parents[2] from commits c
  where c.workload_id = ch.workload_id and c.repository = ch.repository and c.sha = ch.merge_commit)`;

/**
 * A merge commit is delivered by none, so a true merge is told by the tip that it took in; a squash or rebase by what it
 * left on the target branch.
 */
const DEPLOYED = sql`coalesce(${sql.join(
  [sql`ch.merge_commit`, MERGED_TIP, sql`ch.head_commit`, sql`any(ch.commits)`].map(finishOf),
  sql`, `,
)})`;

/** The changes that were merged in the scope, with the times of their way and what `columns` tells from these. */
export const mergedChanges = (scope: RowScope, columns: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select t.*, ${columns} from (
    select ch.workload_id, ch.merged_at as at, ch.source || '/' || ch.external_id as id, ch.external_id, ch.repository,
      ch.target_branch as branch, ch.author_name as actor, ch.author_kind as actor_kind,
      ch.added_lines, ch.deleted_lines, ch.opened_at, coalesce(ch.ready_at, ch.opened_at) as ready_at, ch.merged_at,
      ${FIRST_COMMIT} as first_commit_at, ${FIRST_REVIEW} as first_review_at, ${DEPLOYED} as deployed_at
    from changes ch
    where ch.workload_id = any(${[...scope.workloads]}) and ch.merged_at >= ${scope.from} and ch.merged_at < ${scope.to}
  ) as t`;

/** What the metrics of a change's way have in common. */
type Part = Pick<MetricDefinition, 'id' | 'title' | 'description' | 'definition' | 'data'> & {
  readonly from: string;
  readonly to: string;
  /** Why there is no such part: the reason, and the column that is null then. */
  readonly missing: readonly (readonly [reason: string, column: string])[];
};

/** A metric of the time between two points of a merged change's way. */
export const defineChangePart = ({ from, to, missing, ...texts }: Part): MetricDefinition =>
  defineMetric({
    ...texts,
    unit: 'seconds',
    direction: 'down',
    fill: 'null',
    dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'tag'],
    parameters: NoParameters,
    actors: 'human',
    measure: {
      kind: 'distribution',
      explains: 'change',
      exclusions: [...missing.map(([reason]) => reason), 'negative-duration'],
      rows: (scope) => {
        const reasons = missing.map(
          ([reason, column]) => sql`when ${sql.ref(column)} is null then ${reason}`,
        );
        const [start, end] = [sql.raw(from), sql.raw(to)];
        return mergedChanges(
          scope,
          sql`extract(epoch from ${end} - ${start})::float8 as value,
            case ${sql.join(reasons, sql` `)} when ${end} < ${start} then 'negative-duration' end as excluded`,
        );
      },
    },
  });
