import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Point } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { exclusionsOf } from '../define-metric.ts';
import type { Plan } from './plan.ts';
import { bucketSql, groupKeys, groupOf, placedRows, scopeOf } from './scope-sql.ts';

/** The figures of one group in one bucket; `bucket` is null for the whole range. */
export interface Measured {
  readonly bucket: string | null;
  readonly group: readonly (string | null)[];
  readonly figures: Omit<Point, 'date' | 'partial'>;
}

const MAX_EXPLAINED = 50;

interface Row {
  readonly bucket: string | null;
  readonly [column: string]: unknown;
}

const COUNTED = sql`filter (where excluded is null)`;

/** `value` (or `percentiles`) and `counted`, pooled from the rows of a group. */
export const valueColumns = ({ metric: { measure, fill } }: Plan): RawBuilder<unknown> => {
  const distinct = 'distinct' in measure && measure.distinct ? sql`distinct id` : sql`*`;
  if (measure.kind === 'ratio')
    return sql`100.0 * count(${distinct}) filter (where excluded is null and numerator = 1)
      / nullif(count(${distinct}) ${COUNTED}, 0) as value, count(${distinct}) ${COUNTED} as counted`;
  if (measure.kind === 'distribution')
    return sql`percentile_cont(array[0.5, 0.75, 0.9, 0.95]) within group (order by value) ${COUNTED} as percentiles, count(*) ${COUNTED} as counted`;
  if (measure.kind === 'sum') {
    const sum = sql`sum(value) ${COUNTED}`;
    // Nothing is 0 of what is filled with zero; a cost without a rate stays unknown.
    return sql`${fill === 'zero' ? sql`coalesce(${sum}, 0)` : sum} as value, count(*) ${COUNTED} as counted`;
  }
  if (measure.kind === 'mean') return sql`avg(value) ${COUNTED} as value, count(*) ${COUNTED} as counted`;
  return sql`count(${distinct}) ${COUNTED} as value, count(${distinct}) ${COUNTED} as counted`;
};

/** The value of a row of `valueColumns`. */
export const valueOf = (plan: Plan, row: { readonly [column: string]: unknown }): number | null => {
  if (plan.metric.measure.kind !== 'distribution') return (row['value'] ?? null) as number | null;
  return ((row['percentiles'] ?? []) as (number | null)[])[0] ?? null;
};

const figuresOf = (plan: Plan, row: Row): Measured['figures'] => {
  const { measure } = plan.metric;
  const exclusions = exclusionsOf(plan.metric);
  const excludedBy = Object.fromEntries(
    exclusions.map((reason, index) => [reason, Number(row[`x${index}`])]),
  );
  const excluded = Object.values(excludedBy).reduce((sum, one) => sum + one, 0);
  const percentiles = (row['percentiles'] ?? []) as (number | null)[];
  return {
    value: valueOf(plan, row),
    ...(measure.kind === 'count' ? {} : { count: Number(row['counted']) }),
    ...(measure.kind === 'distribution'
      ? { p75: percentiles[1] ?? null, p90: percentiles[2] ?? null, p95: percentiles[3] ?? null }
      : {}),
    ...(exclusions.length > 0 ? { excluded } : {}),
    ...(plan.explain ? { explain: { rows: (row['ids'] ?? []) as string[], excluded: excludedBy } } : {}),
  };
};

/** Counts, sums, means, ratios and distributions: pooled from rows, by bucket and over the range, in one statement. */
export const runEvents = async (db: Executor, plan: Plan): Promise<Measured[]> => {
  const keys = groupKeys(plan);
  const extras = [
    ...exclusionsOf(plan.metric).map(
      (reason, index) => sql`, count(*) filter (where excluded = ${reason}) as ${sql.raw(`x${index}`)}`,
    ),
    plan.explain ? sql`, (array_agg(distinct id) ${COUNTED})[1:${sql.lit(MAX_EXPLAINED)}] as ids` : sql``,
  ];
  const facts = plan.metric.measure.rows(scopeOf(plan), plan.parameters);
  const { rows } = await sql<Row>`
    with placed as (${placedRows(plan, facts, sql`${bucketSql(plan)} as bucket`)})
    select bucket ${sql.join([sql``, ...keys], sql`, `)}, grouping(bucket) as whole, ${valueColumns(plan)} ${sql.join(extras, sql` `)}
    from placed
    group by grouping sets ((${sql.join([sql`bucket`, ...keys])}), (${sql.join(keys)}))`.execute(db);
  return rows
    .filter((row) => row['whole'] === 1 || row.bucket !== null)
    .map((row) => ({
      bucket: row['whole'] === 1 ? null : row.bucket,
      group: groupOf(plan, row),
      figures: figuresOf(plan, row),
    }));
};
