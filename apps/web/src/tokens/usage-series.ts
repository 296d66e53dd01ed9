import type { TimeSeries } from '../charts/time-series.ts';
import { dailyCalls, dayAfter, total } from './daily-calls.ts';
import { daysBack, operationsOf } from './operations-of.ts';
import type { TokenUsage } from './use-tokens.ts';

/** Beyond these, operations are drawn as one. */
const MOST_SERIES = 6;
const OTHERS = 'other operations';

const seriesOf = (name: string, start: string, values: readonly number[]): TimeSeries => ({
  name,
  unit: 'count',
  points: values.map((value, day) => ({ date: dayAfter(start, day), value })),
});

/** Calls a day by operation, to be stacked, and the failures a day; both without a gap. */
export const usageSeries = (
  usage: TokenUsage,
  days: number,
  now: number,
): { readonly calls: readonly TimeSeries[]; readonly failures: readonly TimeSeries[] } => {
  const { start, end } = daysBack(days, now);
  const ranked = operationsOf(usage.days).map(({ operation }) => operation);
  const drawn = new Set(ranked.slice(0, ranked.length > MOST_SERIES ? MOST_SERIES - 1 : MOST_SERIES));
  const nameOf = (operation: string): string => (drawn.has(operation) ? operation : OTHERS);
  const names = [...new Set(ranked.map(nameOf))];
  const counted = (name: string) =>
    dailyCalls(
      start,
      end,
      usage.days.filter(({ operation }) => nameOf(operation) === name),
    );
  const all = dailyCalls(start, end, usage.days);
  return {
    calls: names.map((name) => seriesOf(name, start, counted(name).calls)),
    failures: total(all.failures) === 0 ? [] : [seriesOf('failed calls', start, all.failures)],
  };
};
