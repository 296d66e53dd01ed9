import type { ECharts } from 'echarts/core';
import type { TimeSeries } from '../../charts/time-series.ts';

/** A chart that is on the screen, and what it shows. */
export interface StandingChart {
  readonly chart: ECharts;
  readonly series: readonly TimeSeries[];
  /** Its rows are named in the picture itself. */
  readonly isRanking: boolean;
}

/** The charts that stand, by their titles. */
export type StandingCharts = Map<string, StandingChart>;
