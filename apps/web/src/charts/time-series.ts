import type { Metric } from '@codemetrics/contracts';

/** One bucket of a series. */
export interface TimePoint {
  /** The first day of the bucket (`2026-03-30`): where it is drawn. */
  readonly date: string;
  readonly value: number | null;
  /** The bucket is still running. */
  readonly partial?: boolean;
  /** The range begins within the bucket, so that it has only a part of its rows. */
  readonly cut?: boolean;
  /** How many rows are behind it. */
  readonly count?: number;
  /** The bucket's own first day, where it is drawn at another. */
  readonly of?: string;
}

/** One value over time. Dates are the first days of buckets (`2026-03-30`). */
export interface TimeSeries {
  /** Unique among the series of one chart. */
  readonly name: string;
  /** A shorter name that is unique in its chart, for where there is little room. */
  readonly short?: string;
  readonly unit: Metric['unit'];
  readonly points: readonly TimePoint[];
  /** Left out: as the chart has it. */
  readonly shape?: 'line' | 'bar' | 'area';
  /** Of an earlier period, drawn behind in a muted way. */
  readonly isEarlier?: boolean;
  /** Its place among colours, dashes and symbols; left out: its place in the list. Two that belong together share one. */
  readonly look?: number;
  /** An average of another series: a line without points, dashed by which of the averages it is (0, 1, …). */
  readonly average?: number;
}

/** Something that happened, marked on the time axis. */
export interface Annotation {
  /** A day, or a time (RFC 3339). */
  readonly date: string;
  readonly label: string;
  readonly kind: 'deployment' | 'incident';
}
