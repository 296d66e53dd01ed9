import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';

/** How new the data of one kind is; null where there is none, or the rows don't tell. */
export interface FreshnessRow {
  readonly data: string;
  readonly newest: Date | null;
  readonly received: Date | null;
}

interface Source {
  readonly data: string;
  readonly newest: RawBuilder<Date | null>;
  /** The column of the rows' ids, whose first bits are the time at which each was made. */
  readonly ids?: { readonly table: string; readonly column: string };
}

/** As many as two full batches. */
const LAST_CHANGES = 2000;

// Each is read off the end of an index, however much data there is; only the few reports of vulnerabilities are read whole.
const sourcesOf = (workload: string): readonly Source[] => {
  const newest = (table: string, column: string, condition = sql`true`) =>
    sql<Date | null>`(select max(${sql.ref(column)}) from ${sql.table(table)} where workload_id = ${workload} and ${condition})`;
  const newestByRepository = (table: string, column: string) => sql<Date | null>`
    (select max(last.at) from repositories r cross join lateral (
      select ${sql.ref(`t.${column}`)} as at from ${sql.table(table)} t
      where t.workload_id = r.workload_id and t.repository = r.repository and ${sql.ref(`t.${column}`)} is not null
      order by ${sql.ref(`t.${column}`)} desc limit 1) as last
    where r.workload_id = ${workload})`;
  const latest = (table: string, ...columns: readonly string[]) =>
    sql<Date | null>`greatest(${sql.join(columns.map((column) => newest(table, column)))})`;
  // No index tells when changes were opened: of those that came last, which a batch or two bring, the newest.
  const openedLast = sql<Date | null>`(select max(opened_at) from (
    select opened_at from changes where workload_id = ${workload} order by change_id desc limit ${LAST_CHANGES}) as last)`;
  return [
    {
      data: 'pipeline-runs',
      newest: sql`(select sorted_at from pipeline_runs where workload_id = ${workload} order by sorted_at desc limit 1)`,
      ids: { table: 'pipeline_runs', column: 'run_id' },
    },
    { data: 'pipeline-jobs', newest: newest('pipeline_jobs', 'finished_at', sql`status = 'completed'`) },
    {
      data: 'deployments',
      newest: newestByRepository('deployments', 'finished_at'),
      ids: { table: 'deployments', column: 'deployment_id' },
    },
    {
      data: 'incidents',
      newest: latest('incidents', 'opened_at', 'resolved_at'),
      ids: { table: 'incidents', column: 'incident_id' },
    },
    { data: 'commits', newest: newest('commits', 'committed_at') },
    {
      data: 'changes',
      newest: sql`greatest(${latest('changes', 'merged_at', 'closed_at')}, ${openedLast})`,
      ids: { table: 'changes', column: 'change_id' },
    },
    {
      data: 'issues',
      newest: latest('issues', 'opened_at', 'closed_at'),
      ids: { table: 'issues', column: 'issue_id' },
    },
    {
      data: 'coverage',
      newest: newestByRepository('coverage_reports', 'taken_at'),
      ids: { table: 'coverage_reports', column: 'report_id' },
    },
    {
      data: 'measurements',
      // The metrics that were measured, each found as the next after the one before.
      newest: sql`(
        with recursive measured as (
          (select metric from measurements where workload_id = ${workload} order by metric limit 1)
          union all
          select (select m.metric from measurements m where m.workload_id = ${workload} and m.metric > measured.metric
            order by m.metric limit 1) from measured where measured.metric is not null
        )
        select max(last.taken_at) from measured cross join lateral (
          select m.taken_at from measurements m where m.workload_id = ${workload} and m.metric = measured.metric
          order by m.taken_at desc limit 1) as last)`,
    },
    {
      data: 'tests',
      newest: newest('test_reports', 'taken_at'),
      ids: { table: 'test_reports', column: 'report_id' },
    },
    {
      data: 'vulnerabilities',
      newest: newest('vulnerability_reports', 'taken_at'),
      ids: { table: 'vulnerability_reports', column: 'report_id' },
    },
  ];
};

/** The time in an id of version 7. */
const madeAt = (id: string | null): Date | null =>
  id === null ? null : new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** How new a workload's data is, a row for each kind of data, in one statement. */
export const readFreshness = async (db: Executor, workload: string): Promise<FreshnessRow[]> => {
  const parts = sourcesOf(workload).map(({ data, newest, ids }) => {
    const last = ids
      ? sql`(select ${sql.ref(ids.column)} from ${sql.table(ids.table)} where workload_id = ${workload} order by ${sql.ref(ids.column)} desc limit 1)`
      : sql`null::uuid`;
    return sql`select ${data}::text as data, ${newest} as newest, ${last} as last_id`;
  });
  const { rows } = await sql<{ data: string; newest: Date | null; last_id: string | null }>`
    ${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(({ data, newest, last_id }) => ({ data, newest, received: madeAt(last_id) }));
};
