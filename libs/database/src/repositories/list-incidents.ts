import { sql } from 'kysely';
import type { IncidentStatus } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { IncidentsTable } from '../tables/facts.ts';

/** What a listing is narrowed by; times are half-open: from `start` up to, not including, `end`. */
export interface IncidentFilter {
  readonly workloads: readonly string[];
  readonly status?: IncidentStatus | undefined;
  readonly severities?: readonly string[] | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  /** Only rows after this one in the listing. */
  readonly after?: { readonly openedAt: string; readonly incidentId: string } | undefined;
  readonly limit: number;
}

/** An incident with its place in the listing, to the microsecond, for the cursor. */
export type ListedIncident = IncidentsTable & { readonly place: string };

/** By when they opened, newest first. Each workload is read by the index, so the cost doesn't grow with the table. */
export const listIncidents = async (
  db: Executor,
  { workloads, status, severities, start, end, after, limit }: IncidentFilter,
): Promise<ListedIncident[]> => {
  if (workloads.length === 0) return [];
  const isNarrowed = sql.join(
    [
      sql`true`,
      status === undefined
        ? undefined
        : status === 'open'
          ? sql`i.resolved_at is null`
          : sql`i.resolved_at is not null`,
      severities === undefined ? undefined : sql`i.severity = any(${[...severities]})`,
      start === undefined ? undefined : sql`i.opened_at >= ${start}`,
      end === undefined ? undefined : sql`i.opened_at < ${end}`,
      after === undefined
        ? undefined
        : sql`(i.opened_at, i.incident_id) < (${after.openedAt}::timestamptz, ${after.incidentId}::uuid)`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );
  const { rows } = await sql<ListedIncident>`
    select page.*, page.opened_at::text as place from unnest(${[...workloads]}::text[]) as w(id)
    cross join lateral (
      select i.* from incidents i where i.workload_id = w.id and ${isNarrowed}
      order by i.opened_at desc, i.incident_id desc limit ${limit}
    ) as page
    order by page.opened_at desc, page.incident_id desc limit ${limit}`.execute(db);
  return rows;
};
