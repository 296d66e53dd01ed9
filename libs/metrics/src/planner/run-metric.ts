import type { Point, ResultTable, Series } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { exclusionsOf } from '../define-metric.ts';
import type { Bucket } from './buckets.ts';
import { bucketsOf, dateIn } from './buckets.ts';
import { refuseUnknownZone } from './database-zone.ts';
import type { Plan } from './plan.ts';
import { dimensionOf, tagOf } from './plan.ts';
import type { Measured } from './run-events.ts';
import { runEvents } from './run-events.ts';
import { runGauge } from './run-gauge.ts';
import { runRolling } from './run-rolling.ts';
import { runStock } from './run-stock.ts';
import { runTable } from './run-table.ts';
import { summaryOf, weeklyDays } from './summary.ts';

/** The most points that one metric answers with. */
/** Working a point out, checking it and writing it down takes some microseconds, and no caller may hold up all others for long. */
export const MAX_POINTS = 75_000;

type Figures = Measured['figures'];

/** The groups that a caller asked for by name, and that therefore answer even where nothing happened. */
const expectedGroups = (plan: Plan): (string | null)[][] => {
  if (plan.groupBy.length === 0) return [[]];
  if (!plan.groupBy.every((group) => group === 'workload' || dimensionOf(group) === 'tag')) return [];
  return plan.workloads.map((workload) =>
    plan.groupBy.map((group) => (group === 'workload' ? workload.id : tagOf(workload, group))),
  );
};

const isState = ({ metric }: Plan): boolean =>
  metric.measure.kind === 'gauge' || metric.measure.kind === 'stock';

/** The figures where nothing happened: a count and a stock are 0 then, and so is a sum that is filled with zero. */
const emptyFigures = (plan: Plan): Figures => {
  const { metric } = plan;
  const { kind } = metric.measure;
  const isZero = kind === 'count' || kind === 'stock' || (kind === 'sum' && metric.fill === 'zero');
  return {
    value: isZero ? 0 : null,
    ...(kind === 'count' || kind === 'stock' ? {} : { count: 0 }),
    ...(kind === 'distribution' ? { p75: null, p90: null, p95: null } : {}),
    ...(exclusionsOf(metric).length > 0 ? { excluded: 0 } : {}),
    ...(plan.explain ? { explain: { rows: [], excluded: {} } } : {}),
  };
};

interface Entry {
  readonly group: readonly (string | null)[];
  readonly points: Map<string, Figures>;
  readonly rolling: Map<string, Record<string, number | null>>;
  whole?: Figures;
}

const pointsOf = (plan: Plan, buckets: readonly Bucket[], today: string, entry: Entry): Point[] => {
  const empty = emptyFigures(plan);
  const hasRolling = plan.rollingAverage.length > 0;
  const isTotal = plan.metric.measure.kind === 'count' || plan.metric.measure.kind === 'stock';
  const noRolling = Object.fromEntries(plan.rollingAverage.map((days) => [days, isTotal ? 0 : null]));
  let previous: number | null = null;
  return buckets.map((bucket) => {
    const future = bucket.start > today;
    const found = future && isState(plan) ? undefined : entry.points.get(bucket.start);
    const figures = found ?? (future && isState(plan) ? { ...empty, value: null } : empty);
    // No row of a stock says that nothing is open; no row of anything else, that nothing is known.
    const isEmpty = figures.value === null || (!found && plan.metric.measure.kind !== 'stock');
    const filled =
      plan.fill === 'zero'
        ? (figures.value ?? 0)
        : plan.fill === 'previous' && isEmpty && !future
          ? previous
          : figures.value;
    const value = isEmpty && plan.fill === 'null' ? null : filled;
    previous = value ?? previous;
    // A range that ended before today has nothing more to come, though its last bucket reaches beyond it.
    const running = bucket.start <= today && today < bucket.end && today <= plan.range.end;
    return {
      date: bucket.start,
      ...figures,
      value,
      ...(hasRolling && !future ? { rolling: { ...noRolling, ...entry.rolling.get(bucket.start) } } : {}),
      ...(running ? { partial: true as const } : {}),
    };
  });
};

const measure = (db: Executor, plan: Plan, buckets: readonly Bucket[]): Promise<Measured[]> => {
  const { kind } = plan.metric.measure;
  if (kind === 'gauge') return runGauge(db, plan, buckets);
  return kind === 'stock' ? runStock(db, plan, buckets) : runEvents(db, plan);
};

const collect = async (db: Executor, plan: Plan, buckets: readonly Bucket[]): Promise<Map<string, Entry>> => {
  const series = new Map<string, Entry>();
  const entryOf = (group: readonly (string | null)[]): Entry => {
    const key = JSON.stringify(group);
    const entry = series.get(key) ?? { group: [...group], points: new Map(), rolling: new Map() };
    series.set(key, entry);
    return entry;
  };
  for (const group of expectedGroups(plan)) entryOf(group);
  for (const one of await measure(db, plan, buckets)) {
    const entry = entryOf(one.group);
    if (one.bucket === null) entry.whole = one.figures;
    else entry.points.set(one.bucket, one.figures);
  }
  if (plan.rollingAverage.length > 0)
    for (const one of await runRolling(db, plan, buckets, plan.rollingAverage)) {
      // A group of which only the time before the range knows has no series.
      const entry = series.get(JSON.stringify(one.group));
      const rolled = entry?.rolling.get(one.bucket) ?? {};
      rolled[one.days] = one.value;
      entry?.rolling.set(one.bucket, rolled);
    }
  return series;
};

/** What one metric answers: series, or the rows of a metric that is a table. */
export interface MetricAnswer {
  readonly series: Series[];
  readonly tables?: ResultTable[];
}

/** Runs one metric: the whole range asked for, every bucket of it, for every group. */
export const runMetric = async (db: Executor, plan: Plan): Promise<MetricAnswer> => {
  if (plan.metric.measure.kind === 'table') return { series: [], tables: await runTable(db, plan) };
  const buckets = bucketsOf(plan.range, plan.interval);
  const series = await collect(db, plan, buckets).catch((error: unknown) =>
    refuseUnknownZone(error, plan.timezone),
  );
  if (series.size * buckets.length > MAX_POINTS)
    throw new DomainError('invalid-input', {
      detail: `${plan.metric.id} would answer with ${series.size * buckets.length} points, more than ${MAX_POINTS}: choose a longer interval, fewer groups or a filter`,
    });
  const today = dateIn(plan.timezone, plan.now);
  const days = await weeklyDays(db, plan, today);
  return {
    series: [...series.values()]
      .sort((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1))
      .map((entry) => ({
        group: Object.fromEntries(plan.groupBy.map((name, index) => [name, entry.group[index] ?? null])),
        points: pointsOf(plan, buckets, today, entry),
        summary: summaryOf(
          plan,
          today,
          entry.whole ?? emptyFigures(plan),
          days?.get(JSON.stringify(entry.group)),
        ),
      })),
  };
};
