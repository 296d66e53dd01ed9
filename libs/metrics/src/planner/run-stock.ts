import { sql } from 'kysely';
import type { Executor } from '@codemetrics/database';
import type { Bucket } from './buckets.ts';
import { addDays, dateIn } from './buckets.ts';
import type { Plan } from './plan.ts';
import type { Measured } from './run-events.ts';
import { groupKeys, groupOf, midnight, onDefaultBranch, placedRows, scopeOf } from './scope-sql.ts';

interface Row {
  readonly bucket: string;
  readonly value: number;
  readonly ids?: string[];
  readonly [column: string]: unknown;
}

const MAX_EXPLAINED = 50;

/** How many things are open at the end of each bucket; in the running one, and in none later, up to now. */
export const runStock = async (db: Executor, plan: Plan, buckets: readonly Bucket[]): Promise<Measured[]> => {
  const last = addDays(plan.range.end, 1);
  const today = dateIn(plan.timezone, plan.now);
  const begun = buckets.filter((bucket) => bucket.start <= today);
  // The last bucket may reach beyond the range, and is asked about at the range's end.
  const ends = begun.map(({ end }) => (end < last ? end : last));
  const keys = groupKeys(plan);
  const facts = onDefaultBranch(plan, plan.metric.measure.rows(scopeOf(plan), plan.parameters));
  const ids = plan.explain ? sql`, (array_agg(distinct p.id))[1:${sql.lit(MAX_EXPLAINED)}] as ids` : sql``;
  const { rows } = await sql<Row>`
    with placed as materialized (${placedRows(plan, facts, sql`null as bucket`)}),
    ends as (
      select b.bucket, least(${midnight(sql.raw('b.ends'), plan.timezone)}, ${plan.now}::timestamptz) as at
      from unnest(${begun.map(({ start }) => start)}::text[], ${ends}::text[]) as b(bucket, ends))
    select e.bucket ${sql.join([sql``, ...keys.map((key) => sql`p.${key}`)], sql`, `)}, count(distinct p.id)::int as value ${ids}
    from ends e join placed p on p.at < e.at and (p.until is null or p.until >= e.at)
    group by e.bucket ${sql.join([sql``, ...keys.map((key) => sql`p.${key}`)], sql`, `)}`.execute(db);
  const final = begun.at(-1)?.start;
  return rows.flatMap((row) => {
    const figures = {
      value: row.value,
      ...(plan.explain ? { explain: { rows: row.ids ?? [], excluded: {} } } : {}),
    };
    const measured = { bucket: row.bucket, group: groupOf(plan, row), figures };
    return row.bucket === final ? [measured, { ...measured, bucket: null }] : [measured];
  });
};
