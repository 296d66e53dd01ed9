import type { QueryResult } from '@codemetrics/contracts';

const FIGURES = ['value', 'count', 'p75', 'p90', 'p95', 'excluded', 'partial'] as const;

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The points of a query as CSV (RFC 4180), one line each: the same numbers as in JSON. */
export const toCsv = (result: QueryResult): string => {
  const groups = [
    ...new Set(result.results.flatMap((one) => one.series.flatMap((series) => Object.keys(series.group)))),
  ];
  const lines = [['query', 'unit', ...groups, 'date', ...FIGURES]];
  for (const one of result.results)
    for (const series of one.series)
      for (const point of series.points)
        lines.push([
          one.query,
          one.unit,
          ...groups.map((group) => series.group[group] ?? ''),
          point.date,
          ...FIGURES.map((figure) => point[figure] as never),
        ]);
  return lines.map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
};
