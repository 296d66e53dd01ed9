import type { Point, Series } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import type { Bucket } from './buckets.ts';
import { bucketsOf, dateIn } from './buckets.ts';
import { refuseUnknownZone } from './database-zone.ts';
import type { Plan } from './plan.ts';
import { dimensionOf, tagOf } from './plan.ts';
import type { Measured } from './run-events.ts';
import { runEvents } from './run-events.ts';
import { runGauge } from './run-gauge.ts';

/** The most points that one metric answers with. */
const MAX_POINTS = 500_000;

/** The groups that a caller asked for by name, and that therefore answer even where nothing happened. */
const expectedGroups = (plan: Plan): (string | null)[][] => {
  if (plan.groupBy.length === 0) return [[]];
  if (!plan.groupBy.every((group) => group === 'workload' || dimensionOf(group) === 'tag')) return [];
  return plan.workloads.map((workload) =>
    plan.groupBy.map((group) => (group === 'workload' ? workload.id : tagOf(workload, group))),
  );
};

const emptyFigures = (plan: Plan): Measured['figures'] => {
  const { measure } = plan.metric;
  const exclusions = measure.kind === 'gauge' ? [] : (measure.exclusions ?? []);
  return {
    value: measure.kind === 'count' ? 0 : null,
    ...(measure.kind === 'count' ? {} : { count: 0 }),
    ...(measure.kind === 'distribution' ? { p75: null, p90: null, p95: null } : {}),
    ...(exclusions.length > 0 ? { excluded: 0 } : {}),
    ...(plan.explain ? { explain: { rows: [], excluded: {} } } : {}),
  };
};

const pointsOf = (
  plan: Plan,
  buckets: readonly Bucket[],
  today: string,
  measured: ReadonlyMap<string, Measured['figures']>,
): Point[] => {
  let previous: number | null = null;
  return buckets.map((bucket) => {
    const found = measured.get(bucket.start);
    const future = bucket.start > today;
    const figures = found && !(future && plan.metric.measure.kind === 'gauge') ? found : emptyFigures(plan);
    const empty = !found || figures.value === null;
    const filled =
      plan.fill === 'zero'
        ? (figures.value ?? 0)
        : plan.fill === 'previous' && empty && !future
          ? previous
          : figures.value;
    const value = empty && plan.fill === 'null' ? null : filled;
    previous = value ?? previous;
    // A range that ended before today has nothing more to come, though its last bucket reaches beyond it.
    const running = bucket.start <= today && today < bucket.end && today <= plan.range.end;
    return { date: bucket.start, ...figures, value, ...(running ? { partial: true as const } : {}) };
  });
};

interface Entry {
  readonly group: readonly (string | null)[];
  readonly points: Map<string, Measured['figures']>;
  whole?: Measured['figures'];
}

/** Runs one metric: the whole range asked for, every bucket of it, for every group. */
export const runMetric = async (db: Executor, plan: Plan): Promise<Series[]> => {
  const buckets = bucketsOf(plan.range, plan.interval);
  const isGauge = plan.metric.measure.kind === 'gauge';
  const measured = await (isGauge ? runGauge(db, plan, buckets) : runEvents(db, plan)).catch(
    (error: unknown) => refuseUnknownZone(error, plan.timezone),
  );
  const series = new Map<string, Entry>();
  for (const group of expectedGroups(plan)) series.set(JSON.stringify(group), { group, points: new Map() });
  for (const one of measured) {
    const key = JSON.stringify(one.group);
    const entry: Entry = series.get(key) ?? { group: [...one.group], points: new Map() };
    if (one.bucket === null) entry.whole = one.figures;
    else entry.points.set(one.bucket, one.figures);
    series.set(key, entry);
  }
  if (series.size * buckets.length > MAX_POINTS)
    throw new DomainError('invalid-input', {
      detail: `${plan.metric.id} would answer with ${series.size * buckets.length} points, more than ${MAX_POINTS}: choose a longer interval, fewer groups or a filter`,
    });
  const today = dateIn(plan.timezone, plan.now);
  return [...series.values()]
    .sort((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1))
    .map(({ group, points, whole = emptyFigures(plan) }) => ({
      group: Object.fromEntries(plan.groupBy.map((name, index) => [name, group[index] ?? null])),
      points: pointsOf(plan, buckets, today, points),
      summary: {
        value: whole.value,
        ...(whole.count === undefined ? {} : { count: whole.count }),
        previous: null,
        change: null,
        band: null,
      },
    }));
};
