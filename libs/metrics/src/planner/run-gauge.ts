import { sql } from 'kysely';
import type { Executor } from '@codemetrics/database';
import type { Bucket } from './buckets.ts';
import type { Plan } from './plan.ts';
import type { Measured } from './run-events.ts';
import { bucketSql, groupKeys, groupOf, onDefaultBranch, placedRows, scopeOf } from './scope-sql.ts';

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
  const keys = groupKeys(plan);
  const facts = onDefaultBranch(plan, plan.metric.measure.rows(scope, plan.parameters));
  const bucket = sql`case when f.at >= ${scope.from} then ${bucketSql(plan)} end as bucket`;
  const { rows } = await sql<Row>`
    with placed as (${placedRows(plan, facts, bucket)})
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
    const group = groupOf(plan, row);
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
  const { measure } = plan.metric;
  const isTotal = measure.kind === 'gauge' && measure.scale === 'total';
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
      ...(isTotal
        ? { value: numerator, count: now.length }
        : { value: denominator === 0 ? null : (100 * numerator) / denominator, count: denominator }),
      ...(plan.explain ? { explain: { rows: now.slice(0, 50).map((row) => row.id), excluded: {} } } : {}),
    };
    // Without carrying forward, only a bucket with a report of its own has a value.
    if (plan.fill === 'previous' || byBucket.has(bucket.start))
      measured.push({ bucket: bucket.start, group, figures: last });
  }
  return last ? [...measured, { bucket: null, group, figures: last }] : [];
};
