import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { PipelineRunsTable } from '../tables/facts.ts';

type Conclusion = NonNullable<PipelineRunsTable['conclusion']>;

/** What a listing is narrowed by; times are half-open: from `start` up to, not including, `end`. */
export interface PipelineRunFilter {
  readonly workloads: readonly string[];
  readonly repository?: string | undefined;
  readonly job?: string | undefined;
  /** Stages, or what stands before the first `/` of a job’s name. */
  readonly jobGroups?: readonly string[] | undefined;
  readonly branch?: string | undefined;
  readonly statuses?: readonly PipelineRunsTable['status'][] | undefined;
  readonly conclusions?: readonly Conclusion[] | undefined;
  readonly actor?: string | undefined;
  readonly event?: string | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  readonly order: 'newest' | 'oldest';
  /** Only rows after this one in the listing. */
  readonly after?: { readonly sortedAt: string; readonly runId: string } | undefined;
  readonly limit: number;
}

/** A run with its place in the listing, to the microsecond, for the cursor. */
export type ListedPipelineRun = PipelineRunsTable & { readonly place: string };

/**
 * The conclusions by which each workload is read apart, in the partial index of runs that did not succeed; null stands for
 * the runs that have none yet. undefined: most runs are asked for, so the index of all of them is the shorter way.
 */
const rareConclusions = ({
  statuses,
  conclusions,
}: PipelineRunFilter): readonly (Conclusion | null)[] | undefined => {
  if (conclusions) return conclusions.includes('success') ? undefined : [...new Set(conclusions)];
  return statuses && !statuses.includes('completed') ? [null] : undefined;
};

const narrowed = (filter: PipelineRunFilter): RawBuilder<unknown> => {
  const { repository, job, jobGroups, branch, statuses, conclusions, actor, event, start, end, after } =
    filter;
  const past = filter.order === 'newest' ? sql`<` : sql`>`;
  return sql.join(
    [
      sql`true`,
      repository === undefined ? undefined : sql`r.repository = ${repository}`,
      job === undefined ? undefined : sql`r.job = ${job}`,
      jobGroups === undefined
        ? undefined
        : sql`(r.stage = any(${[...jobGroups]}) or trim(split_part(r.job, '/', 1)) = any(${[...jobGroups]}))`,
      branch === undefined ? undefined : sql`r.branch = ${branch}`,
      statuses === undefined ? undefined : sql`r.status = any(${[...statuses]})`,
      conclusions === undefined ? undefined : sql`r.conclusion = any(${[...conclusions]})`,
      actor === undefined ? undefined : sql`r.actor_name = ${actor}`,
      event === undefined ? undefined : sql`r.event = ${event}`,
      start === undefined ? undefined : sql`r.sorted_at >= ${start}`,
      end === undefined ? undefined : sql`r.sorted_at < ${end}`,
      after === undefined
        ? undefined
        : sql`(r.sorted_at, r.run_id) ${past} (${after.sortedAt}::timestamptz, ${after.runId}::uuid)`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );
};

/** By start. Each workload is read by its own index, so the cost doesn't grow with the table. */
export const listPipelineRuns = async (
  db: Executor,
  filter: PipelineRunFilter,
): Promise<ListedPipelineRun[]> => {
  if (filter.workloads.length === 0) return [];
  const way = filter.order === 'newest' ? sql`desc` : sql`asc`;
  const page = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select page.* from unnest(${[...filter.workloads]}::text[]) as w(id)
    cross join lateral (
      select r.* from pipeline_runs r where r.workload_id = w.id and ${condition} and ${narrowed(filter)}
      order by r.sorted_at ${way}, r.run_id ${way} limit ${filter.limit}
    ) as page`;
  const rare = rareConclusions(filter);
  // The index's own condition is repeated, since the planner doesn't infer it.
  const parts = rare?.map((one) =>
    page(
      sql`r.conclusion ${one === null ? sql`is null` : sql`= ${one}`} and r.conclusion is distinct from 'success'`,
    ),
  ) ?? [page(sql`true`)];
  const { rows } = await sql<ListedPipelineRun>`
    select page.*, page.sorted_at::text as place from (${sql.join(parts, sql` union all `)}) as page
    order by page.sorted_at ${way}, page.run_id ${way} limit ${filter.limit}`.execute(db);
  return rows;
};
