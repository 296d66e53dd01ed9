import { sql } from 'kysely';
import type { Executor } from '@codemetrics/database';
import type { Bucket } from './buckets.ts';
import { addDays, bucketsOf, dateIn, daysIn } from './buckets.ts';
import type { Plan } from './plan.ts';
import { valueColumns, valueOf } from './run-events.ts';
import { runGauge } from './run-gauge.ts';
import { runStock } from './run-stock.ts';
import { groupKeys, groupOf, midnight, placedRows, scopeOf } from './scope-sql.ts';

/** The average of one group over the days up to the end of a bucket. */
export interface Rolled {
  readonly bucket: string;
  readonly days: number;
  readonly group: readonly (string | null)[];
  readonly value: number | null;
}

interface Window extends Bucket {
  readonly days: number;
  readonly bucket: string;
}

/** The windows of the buckets that have begun: so many days, the last of them the bucket's (or today). */
const windowsOf = (plan: Plan, buckets: readonly Bucket[], averages: readonly number[]): Window[] => {
  const today = dateIn(plan.timezone, plan.now);
  const most = [addDays(today, 1), addDays(plan.range.end, 1)].sort()[0]!;
  return buckets
    .filter((bucket) => bucket.start <= today)
    .flatMap((bucket) => {
      const end = bucket.end < most ? bucket.end : most;
      return averages.map((days) => ({ bucket: bucket.start, days, start: addDays(end, -days), end }));
    });
};

const rollEvents = async (
  db: Executor,
  plan: Plan,
  buckets: readonly Bucket[],
  windows: readonly Window[],
): Promise<Rolled[]> => {
  const keys = groupKeys(plan);
  const facts = plan.metric.measure.rows(
    scopeOf(plan, Math.max(...windows.map((window) => window.days))),
    plan.parameters,
  );
  const { rows } = await sql<{ bucket: string; days: number; [column: string]: unknown }>`
    with placed as materialized (${placedRows(plan, facts, sql`null as bucket`)}),
    windows as (
      select w.bucket, w.days, ${midnight(sql.raw('w.starts'), plan.timezone)} as starts, ${midnight(sql.raw('w.ends'), plan.timezone)} as ends
      from unnest(${windows.map((one) => one.bucket)}::text[], ${windows.map((one) => one.days)}::int4[],
        ${windows.map((one) => one.start)}::text[], ${windows.map((one) => one.end)}::text[]) as w(bucket, days, starts, ends))
    select w.bucket, w.days ${sql.join([sql``, ...keys], sql`, `)}, ${valueColumns(plan)}
    from windows w join (select p.*, p.bucket as no_bucket from placed p) as p on p.at >= w.starts and p.at < w.ends
    group by w.bucket, w.days ${sql.join([sql``, ...keys], sql`, `)}`.execute(db);
  const lengths = new Map(
    buckets.map((bucket) => [bucket.start, daysIn({ start: bucket.start, end: addDays(bucket.end, -1) })]),
  );
  const isTotal = plan.metric.measure.kind === 'count' || plan.metric.measure.kind === 'sum';
  return rows.map((row) => {
    const value = valueOf(plan, row);
    return {
      bucket: row.bucket,
      days: row.days,
      group: groupOf(plan, row),
      // As a mean per bucket, a count stands on the scale of its points.
      value: value !== null && isTotal ? (value * lengths.get(row.bucket)!) / row.days : value,
    };
  });
};

/** A state's average is the mean of its values on each day of the window. */
const rollStates = async (db: Executor, plan: Plan, windows: readonly Window[]): Promise<Rolled[]> => {
  const start = windows.map((window) => window.start).sort()[0]!;
  const daily: Plan = { ...plan, range: { start, end: plan.range.end }, interval: 'day', explain: false };
  const days = bucketsOf(daily.range, 'day');
  const run = plan.metric.measure.kind === 'gauge' ? runGauge : runStock;
  const groups = Map.groupBy(await run(db, daily, days), (one) => JSON.stringify(one.group));
  return [...groups.values()].flatMap((measured) => {
    const byDay = new Map(measured.map((one) => [one.bucket, one.figures.value]));
    return windows.map((window) => {
      const values: number[] = [];
      for (let day = window.start; day < window.end; day = addDays(day, 1)) {
        const value = byDay.get(day) ?? (plan.metric.measure.kind === 'stock' ? 0 : null);
        if (value !== null) values.push(value);
      }
      return {
        bucket: window.bucket,
        days: window.days,
        group: measured[0]!.group,
        value: values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length,
      };
    });
  });
};

/** The rolling averages of a metric: pooled over the days up to each bucket's end, not averaged from its points. */
export const runRolling = async (
  db: Executor,
  plan: Plan,
  buckets: readonly Bucket[],
  averages: readonly number[],
): Promise<Rolled[]> => {
  const windows = windowsOf(plan, buckets, averages);
  if (windows.length === 0) return [];
  const { kind } = plan.metric.measure;
  return kind === 'gauge' || kind === 'stock'
    ? rollStates(db, plan, windows)
    : rollEvents(db, plan, buckets, windows);
};
