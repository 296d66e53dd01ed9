import { sql } from 'kysely';
import type { Executor } from '@codemetrics/database';
import type { Bucket } from './buckets.ts';
import type { Plan } from './plan.ts';
import type { Measured } from './run-events.ts';
import { bucketSql, filterSql, groupColumns, groupJoin, scopeOf } from './scope-sql.ts';

interface Row {
  readonly workload_id: string;
  readonly repository: string;
  readonly entity: string;
  readonly id: string;
  /** null: from before the range. */
  readonly bucket: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly [key: string]: unknown;
}

/** The newest report of each thing in each bucket, and its newest from before the range. */
const newestRows = async (db: Executor, plan: Plan): Promise<Row[]> => {
  const scope = scopeOf(plan);
  const keys = plan.groupBy.map((_, index) => sql.raw(`k${index}`));
  const joined = plan.groupBy.includes('repositoryGroup') || plan.filters.repositoryGroups !== undefined;
  const { rows } = await sql<Row>`
    with facts as (${plan.metric.measure.rows(scope, plan.parameters)}),
    placed as (
      select f.*, case when f.at >= ${scope.from} then ${bucketSql(plan)} end as bucket ${sql.join([sql``, ...groupColumns(plan)], sql`, `)}
      from facts f ${groupJoin(plan)} ${joined ? sql`and` : sql`where`} ${filterSql(plan)}
        and ${plan.filters.branches === undefined && !plan.groupBy.includes('branch') ? sql`f.on_default_branch` : sql`true`}
    )
    select distinct on (${sql.join([...keys, sql`workload_id, repository, entity, bucket`])}) *
    from placed order by ${sql.join([...keys, sql`workload_id, repository, entity, bucket, at desc, id desc`])}`.execute(
    db,
  );
  return rows;
};

/** A state carried forward: in each bucket every repository stands with its newest report up to the bucket's end. */
export const runGauge = async (db: Executor, plan: Plan, buckets: readonly Bucket[]): Promise<Measured[]> => {
  const groups = new Map<string, { group: (string | null)[]; rows: Row[] }>();
  for (const row of await newestRows(db, plan)) {
    const group = plan.groupBy.map((_, index) => (row[`k${index}`] ?? null) as string | null);
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, rows: [] };
    known.rows.push(row);
    groups.set(key, known);
  }
  return [...groups.values()].flatMap(({ group, rows }) => carryForward(plan, group, rows, buckets));
};

const carryForward = (
  plan: Plan,
  group: (string | null)[],
  rows: readonly Row[],
  buckets: readonly Bucket[],
): Measured[] => {
  const byBucket = Map.groupBy(rows, (row) => row.bucket ?? '');
  const standing = new Map<string, Row>();
  const settle = (bucket: string) => {
    for (const row of byBucket.get(bucket) ?? [])
      standing.set(JSON.stringify([row.workload_id, row.repository, row.entity]), row);
  };
  settle('');
  const measured: Measured[] = [];
  let last: Measured['figures'] | undefined;
  for (const bucket of buckets) {
    settle(bucket.start);
    if (standing.size === 0) continue;
    const now = [...standing.values()];
    const numerator = now.reduce((sum, row) => sum + row.numerator, 0);
    const denominator = now.reduce((sum, row) => sum + row.denominator, 0);
    last = {
      value: denominator === 0 ? null : (100 * numerator) / denominator,
      count: denominator,
      ...(plan.explain ? { explain: { rows: now.slice(0, 50).map((row) => row.id), excluded: {} } } : {}),
    };
    // Without carrying forward, only a bucket with a report of its own has a value.
    if (plan.fill === 'previous' || byBucket.has(bucket.start))
      measured.push({ bucket: bucket.start, group, figures: last });
  }
  return last ? [...measured, { bucket: null, group, figures: last }] : [];
};
