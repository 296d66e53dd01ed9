import { sql } from 'kysely';
import type { DeploymentStatus } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { DeploymentsTable } from '../tables/facts.ts';

/** What a listing is narrowed by; times are half-open: from `start` up to, not including, `end`. */
export interface DeploymentFilter {
  readonly workloads: readonly string[];
  readonly repository?: string | undefined;
  readonly environment?: string | undefined;
  readonly production?: boolean | undefined;
  readonly statuses?: readonly DeploymentStatus[] | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  /** Only rows after this one in the listing. */
  readonly after?: { readonly sortedAt: string; readonly deploymentId: string } | undefined;
  readonly limit: number;
}

/** A deployment with its place in the listing, to the microsecond, for the cursor. */
export type ListedDeployment = DeploymentsTable & { readonly place: string };

// To the letter as the index has it. A deployment of no known time stands last.
const PLACE = sql`coalesce(d.finished_at, d.started_at, '1970-01-01 00:00:00+00'::timestamptz)`;

/** By finish, else start, newest first. Each workload is read by the index, so the cost doesn't grow with the table. */
export const listDeployments = async (
  db: Executor,
  { workloads, repository, environment, production, statuses, start, end, after, limit }: DeploymentFilter,
): Promise<ListedDeployment[]> => {
  if (workloads.length === 0) return [];
  const isNarrowed = sql.join(
    [
      sql`true`,
      repository === undefined ? undefined : sql`d.repository = ${repository}`,
      environment === undefined ? undefined : sql`d.environment = ${environment}`,
      production === undefined ? undefined : sql`d.production = ${production}`,
      statuses === undefined ? undefined : sql`d.status = any(${[...statuses]})`,
      start === undefined ? undefined : sql`${PLACE} >= ${start}`,
      end === undefined ? undefined : sql`${PLACE} < ${end}`,
      start === undefined && end === undefined
        ? undefined
        : sql`coalesce(d.finished_at, d.started_at) is not null`,
      after === undefined
        ? undefined
        : sql`(${PLACE}, d.deployment_id) < (${after.sortedAt}::timestamptz, ${after.deploymentId}::uuid)`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );
  const { rows } = await sql<ListedDeployment>`
    select page.*, page.sorted_at::text as place from unnest(${[...workloads]}::text[]) as w(id)
    cross join lateral (
      select d.*, ${PLACE} as sorted_at from deployments d where d.workload_id = w.id and ${isNarrowed}
      order by ${PLACE} desc, d.deployment_id desc limit ${limit}
    ) as page
    order by page.sorted_at desc, page.deployment_id desc limit ${limit}`.execute(db);
  return rows;
};
