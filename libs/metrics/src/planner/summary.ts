import type { Summary } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { bandOf } from '../bands/bands.ts';
import { addDays, bucketOf, daysIn } from './buckets.ts';
import type { Plan } from './plan.ts';
import type { Measured } from './run-events.ts';
import { runEvents } from './run-events.ts';

/** On how many days of its weeks a group deployed. */
interface WeeklyDays {
  readonly median: number;
  readonly mean: number;
}

const NONE: WeeklyDays = { median: 0, mean: 0 };

const medianOf = (sorted: readonly number[]): number => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The weeks that lie in the range, as far as it has passed: whole ones (Monday to Sunday), or where there is none, all. */
const weeksOf = (plan: Plan, today: string): string[] => {
  const end = plan.range.end < today ? plan.range.end : today;
  const weeks: string[] = [];
  for (let week = bucketOf(plan.range.start, 'week'); week <= end; week = addDays(week, 7)) weeks.push(week);
  const whole = weeks.filter((week) => week >= plan.range.start && addDays(week, 6) <= end);
  return whole.length > 0 ? whole : weeks;
};

/** For a metric whose band is told by days with a deployment per week: these, by group. */
export const weeklyDays = async (
  db: Executor,
  plan: Plan,
  today: string,
): Promise<ReadonlyMap<string, WeeklyDays> | undefined> => {
  if (plan.metric.bands?.[0]?.measuredBy !== 'deploymentDaysPerWeek') return undefined;
  const weeks = weeksOf(plan, today);
  if (weeks.length === 0) return new Map();
  const daily = await runEvents(db, { ...plan, interval: 'day', explain: false });
  const groups = Map.groupBy(
    daily.filter((one) => one.bucket !== null && (one.figures.value ?? 0) > 0),
    (one) => JSON.stringify(one.group),
  );
  return new Map(
    [...groups].map(([group, days]) => {
      const counts = new Map(weeks.map((week) => [week, 0]));
      for (const { bucket } of days) {
        const week = bucketOf(bucket!, 'week');
        if (counts.has(week)) counts.set(week, counts.get(week)! + 1);
      }
      const sorted = [...counts.values()].sort((a, b) => a - b);
      const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
      return [group, { median: medianOf(sorted), mean }];
    }),
  );
};

/** The metric over the whole range. `days` only where its band is told by them. */
export const summaryOf = (
  plan: Plan,
  today: string,
  whole: Measured['figures'],
  days: WeeklyDays | undefined,
): Summary => {
  const { metric } = plan;
  const { kind } = metric.measure;
  const end = plan.range.end < today ? plan.range.end : today;
  const passed = daysIn({ start: plan.range.start, end });
  const byDays = metric.bands?.[0]?.measuredBy === 'deploymentDaysPerWeek';
  const { median, mean } = days ?? NONE;
  // A median of whole days can't tell a deployment in every second week from none: there the mean decides.
  const figure = byDays ? (passed > 0 ? (median >= 1 ? median : Math.min(mean, 0.999)) : null) : whole.value;
  return {
    value: whole.value,
    ...(whole.count === undefined ? {} : { count: whole.count }),
    ...(kind === 'count' && passed > 0 ? { perDay: (whole.value ?? 0) / passed } : {}),
    ...(byDays ? { medianDaysPerWeek: passed > 0 ? median : null } : {}),
    previous: null,
    change: null,
    band: bandOf(metric.bands, figure),
  };
};
