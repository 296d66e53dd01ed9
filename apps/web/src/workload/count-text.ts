import type { Metric, Summary } from '@codemetrics/contracts';
import { formatValue } from '../metrics/format-value.ts';

/** Of how much a value is told, such as `median of 129`; empty where the value itself is a number of rows. */
export const countText = (
  { kind, unit }: Pick<Metric, 'kind' | 'unit'>,
  { count }: Pick<Summary, 'count'>,
): string => {
  if (count === undefined) return '';
  const number = formatValue(count, 'count');
  if (kind === 'distribution') return `median of ${number}`;
  if (kind === 'mean') return `mean of ${number}`;
  if (kind === 'sum') return `from ${number} ${count === 1 ? 'row' : 'rows'}`;
  if (kind === 'gauge' && unit !== 'percent')
    return `in ${number} ${count === 1 ? 'repository' : 'repositories'}`;
  return `of ${number}`;
};

/** How many rows an explanation shows, of how many where that is known and more. */
export const shownText = (shown: number, total: number | null, most: number): string => {
  if (shown === 0) return 'No rows.';
  if (shown < most) return shown === 1 ? '1 row.' : `${shown} rows.`;
  return total !== null && total > shown
    ? `${shown} of ${formatValue(total, 'count')} rows.`
    : `${shown} rows; there may be more.`;
};
