import type { Metric, Point, QueryResult, Summary } from '@codemetrics/contracts';
import type { TimePoint, TimeSeries } from '../../charts/time-series.ts';
import { groupName } from './group-name.ts';
import type { WorkloadNames } from './group-name.ts';

/** One series of the answer, with all that is drawn of it and the figures of the whole range. */
export interface AnsweredSeries {
  /** Unique in the answer. */
  readonly name: string;
  /** What it is grouped by, in words; empty where all is pooled. */
  readonly group: string;
  readonly metric: Metric;
  readonly summary: Summary;
  /** Its place among colours and symbols. */
  readonly look: number;
  readonly main: TimeSeries;
  /** The rolling averages, and the earlier period. */
  readonly beside: readonly TimeSeries[];
}

const keyOf = (query: string, group: Readonly<Record<string, string | null>>): string =>
  JSON.stringify([query, ...Object.entries(group).sort()]);

const toPoint = ({ date, value, count, partial }: Point, start: string | null): TimePoint => ({
  date,
  value,
  ...(start !== null && date < start && { cut: true }),
  ...(count !== undefined && { count }),
  ...(partial && { partial }),
});

const averages = (
  name: string,
  points: readonly Point[],
  shared: Omit<TimeSeries, 'name' | 'points'>,
): TimeSeries[] => {
  const days = [...new Set(points.flatMap((point) => Object.keys(point.rolling ?? {})))];
  return days.map((day, average) => ({
    ...shared,
    name: `${name}, ${day}-day average`,
    average,
    points: points.map((point) => ({ date: point.date, value: point.rolling?.[day] ?? null })),
  }));
};

/** Whether half a bucket is half a number: then a first one that the range cuts must be told. */
const isAdded = ({ kind }: Metric): boolean => kind === 'count' || kind === 'sum';

/** Earlier buckets at the places of today's: the first at the first, and so on. */
const shifted = (points: readonly Point[], earlier: readonly Point[]): TimePoint[] =>
  points.flatMap(({ date }, index) => {
    const before = earlier[index];
    return before
      ? [
          {
            date,
            value: before.value,
            of: before.date,
            ...(before.count !== undefined && { count: before.count }),
          },
        ]
      : [];
  });

/** The series of an answer, largest first within each metric where there are many; `earlier` is the same over the days before. */
export const toSeries = (
  answer: QueryResult,
  earlier: QueryResult | undefined,
  catalogue: readonly Metric[],
  workloads: WorkloadNames,
): AnsweredSeries[] => {
  const before = new Map(
    (earlier?.results ?? []).flatMap((result) =>
      result.series.map((series) => [keyOf(result.query, series.group), series.points] as const),
    ),
  );
  const withSeries = answer.results.filter((result) => result.series.length > 0);
  const taken = new Map<string, number>();
  const unique = (name: string): string => {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
  return withSeries
    .flatMap((result) => {
      const metric = catalogue.find((one) => one.id === result.query);
      return metric ? result.series.map((series) => ({ metric, series })) : [];
    })
    .map(({ metric, series }, look) => {
      const group = groupName(series.group, workloads);
      const name = unique(
        group === '' ? metric.title : withSeries.length > 1 ? `${metric.title} · ${group}` : group,
      );
      const shared = { unit: metric.unit, look };
      const past = before.get(keyOf(metric.id, series.group));
      return {
        ...{ name, group, metric, look, summary: series.summary },
        main: {
          ...shared,
          name,
          points: series.points.map((point) =>
            toPoint(point, isAdded(metric) ? answer.dateRange.start : null),
          ),
        },
        beside: [
          ...averages(name, series.points, shared),
          ...(past
            ? [{ ...shared, name: `${name}, before`, isEarlier: true, points: shifted(series.points, past) }]
            : []),
        ],
      };
    });
};
