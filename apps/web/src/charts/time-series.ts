import type { Metric } from '@codemetrics/contracts';

/** One value over time. Dates are the first days of buckets (`2026-03-30`). */
export interface TimeSeries {
  /** Unique among the series of one chart. */
  readonly name: string;
  readonly unit: Metric['unit'];
  readonly points: readonly {
    readonly date: string;
    readonly value: number | null;
    readonly partial?: boolean;
  }[];
  /** Left out: as the chart has it. */
  readonly shape?: 'line' | 'bar' | 'area';
  /** Of an earlier period, drawn behind in a muted way. */
  readonly isEarlier?: boolean;
}

/** Something that happened, drawn as a line across. */
export interface Annotation {
  readonly date: string;
  readonly label: string;
  readonly kind: 'deployment' | 'incident';
}
