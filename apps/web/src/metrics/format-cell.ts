import type { Metric } from '@codemetrics/contracts';
import { formatValue } from './format-value.ts';

const UNITS: readonly string[] = ['percent', 'count', 'seconds', 'lines', 'ratio', 'currency', 'score'];

const isUnit = (unit: string): unit is Metric['unit'] => UNITS.includes(unit);

/** A cell of a metric that is a table, with its unit where it is a number. */
export const formatCell = (value: string | number | null, unit: string): string => {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  return isUnit(unit) ? formatValue(value, unit) : String(value);
};
