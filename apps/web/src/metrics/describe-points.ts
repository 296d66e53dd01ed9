import type { Metric, Point } from '@codemetrics/contracts';
import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from './format-value.ts';

/** A line of weeks in words, for those who can't see it. */
export const describePoints = (title: string, points: readonly Point[], unit: Metric['unit']): string => {
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${title} by week: no values`;
  const text = (point: Point & { value: number }): string =>
    `${formatValue(point.value, unit)} in the week of ${formatCalendarDate(point.date)}`;
  if (first === last) return `${title} by week: one value, ${text(first)}`;
  const values = known.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatValue(value, unit));
  return `${title} by week, ${known.length} values: from ${text(first)} to ${text(last)}; lowest ${low}, highest ${high}`;
};
