import type { MetricResult, QueryResult } from '@codemetrics/contracts';

const FIGURES = ['value', 'count', 'p75', 'p90', 'p95', 'excluded', 'partial'] as const;

type Line = Readonly<Record<string, unknown>>;

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const rollingName = (days: string): string => `rolling${days}`;

/** A point, or a row of a table, as a line each; a metric that failed as one line that says why. */
const linesOf = (result: MetricResult): Line[] => {
  const { query, unit } = result;
  if (result.error) return [{ query, unit, error: result.error.detail }];
  return [
    ...result.series.flatMap(({ group, points }) =>
      points.map(({ rolling, date, ...figures }) => ({
        ...{ query, unit, ...group, date, ...figures },
        ...Object.fromEntries(
          Object.entries(rolling ?? {}).map(([days, value]) => [rollingName(days), value]),
        ),
      })),
    ),
    ...(result.tables ?? []).flatMap(({ group, rows }) =>
      rows.map((row) => ({ query, unit, ...group, ...row })),
    ),
  ];
};

/** The columns that an answer needs, in their order. */
const columnsOf = ({ results }: QueryResult): string[] => {
  const groups = results.flatMap((one) => [...one.series, ...(one.tables ?? [])].map(({ group }) => group));
  const hasSeries = results.every((one) => !one.tables) || results.some((one) => one.series.length > 0);
  const rolling = results.flatMap((one) =>
    one.series.flatMap(({ points }) => points.flatMap((point) => Object.keys(point.rolling ?? {}))),
  );
  const tables = results.flatMap((one) => (one.tables ?? []).flatMap((table) => table.columns));
  return [
    ...new Set([
      ...['query', 'unit', ...groups.flatMap((group) => Object.keys(group))],
      ...(hasSeries ? ['date', ...FIGURES] : []),
      ...rolling.map(rollingName),
      ...tables.map((column) => column.name),
      ...(results.some((one) => one.error) ? ['error'] : []),
    ]),
  ];
};

/** An answer as CSV (RFC 4180), a line for each point or row: the same numbers as in JSON. */
export const toCsv = (result: QueryResult): string => {
  const columns = columnsOf(result);
  const lines = result.results.flatMap(linesOf).map((line) => columns.map((column) => line[column]));
  return [columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
};
