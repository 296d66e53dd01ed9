import type { Interval, Metric, Point } from '@codemetrics/contracts';
import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from './format-value.ts';

const whenOf = (date: string, interval: Interval): string =>
  `${interval === 'day' ? 'on' : `in the ${interval} of`} ${formatCalendarDate(date)}`;

/** A line of weeks, or of other buckets, in words, for those who can't see it. */
export const describePoints = (
  title: string,
  points: readonly Point[],
  unit: Metric['unit'],
  interval: Interval = 'week',
): string => {
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${title} by ${interval}: no values`;
  const text = (point: Point & { value: number }): string =>
    `${formatValue(point.value, unit)} ${whenOf(point.date, interval)}`;
  if (first === last) return `${title} by ${interval}: one value, ${text(first)}`;
  const values = known.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatValue(value, unit));
  return `${title} by ${interval}, ${known.length} values: from ${text(first)} to ${text(last)}; lowest ${low}, highest ${high}`;
};
