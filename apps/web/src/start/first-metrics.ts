import type { Metric, QueryResult } from '@codemetrics/contracts';

/** One metric that had a value. */
export interface Figure {
  readonly metric: Metric;
  readonly value: number;
  readonly points: readonly {
    readonly date: string;
    readonly value: number | null;
    readonly partial?: boolean;
  }[];
}

const isCount = ({ kind }: Metric): boolean => kind === 'count' || kind === 'sum';

/** For each kind of data the metric that tells first that it came: one that needs no other kind, a count if there is one. */
export const firstMetrics = (metrics: readonly Metric[]): readonly Metric[] => {
  const simple = metrics.filter(({ data, kind }) => data.length === 1 && kind !== 'table');
  const kinds = [...new Set(simple.map(({ data }) => data[0]))];
  return kinds.flatMap((kind) => {
    const own = simple.filter(({ data }) => data[0] === kind);
    return own.find(isCount) ?? own[0] ?? [];
  });
};

/** Where nothing has come these are nought, and the others are unknown. */
const isNoughtAtFirst = (metric: Metric): boolean => isCount(metric) || metric.kind === 'stock';

/** Those of the metrics that have a value; a count of nothing is none. */
export const figuresOf = (metrics: readonly Metric[], answer: QueryResult): readonly Figure[] =>
  metrics.flatMap((metric) => {
    const series = answer.results.find(({ query }) => query === metric.id)?.series[0];
    const value = series?.summary.value ?? null;
    return !series || value === null || (value === 0 && isNoughtAtFirst(metric))
      ? []
      : [{ metric, value, points: series.points }];
  });

/** How a figure is drawn: what is counted as bars, what is measured as a line. */
export const shapeOf = (metric: Metric): 'bar' | 'line' => (isCount(metric) ? 'bar' : 'line');
