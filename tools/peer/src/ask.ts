import type { CodeMetricsClient, InputOf } from '@codemetrics/client';

type Body = InputOf<'query', 'run'>;

/** A metric over the whole range, by the values of one dimension. A group without a value is there with null. */
export const byGroup = async (
  client: CodeMetricsClient,
  metric: string,
  dimension: string,
  body: Omit<Body, 'queries'>,
): Promise<Map<string, number | null>> => {
  const { results } = await client.query.run({
    ...{ ...body, queries: [metric], groupBy: [dimension], interval: 'total' },
  });
  return new Map(results[0]!.series.map((one) => [String(one.group[dimension]), one.summary.value]));
};

/** The ids of the rows behind each day of a metric. */
export const idsByDay = async (
  client: CodeMetricsClient,
  metric: string,
  body: Omit<Body, 'queries'>,
): Promise<Map<string, readonly string[]>> => {
  const { results } = await client.query.run({
    ...{ ...body, queries: [metric], groupBy: ['workload'], interval: 'day', explain: true },
  });
  const points = results[0]!.series[0]?.points ?? [];
  return new Map(points.map((point) => [point.date, point.explain?.rows ?? []]));
};

/** A metric over the whole range, all pooled. */
export const pooled = async (
  client: CodeMetricsClient,
  metric: string,
  body: Omit<Body, 'queries'>,
): Promise<number | null> => {
  const { results } = await client.query.run({ ...body, queries: [metric], groupBy: [], interval: 'total' });
  return results[0]!.series[0]?.summary.value ?? null;
};

/** From the first to the last of some instants, as dates. */
export const rangeOf = (instants: readonly string[]): { start: string; end: string } => {
  const sorted = [...instants].sort();
  return { start: sorted[0]!.slice(0, 10), end: sorted.at(-1)!.slice(0, 10) };
};
