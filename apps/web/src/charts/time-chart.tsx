import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { ChartTable } from './chart-table.tsx';
import { usePalette } from './palette.ts';
import { timeOption } from './time-option.ts';
import type { Annotation, TimeSeries } from './time-series.ts';

interface Props {
  /** What it shows, such as `Code coverage by week`. */
  readonly title: string;
  readonly series: readonly TimeSeries[];
  readonly shape?: 'line' | 'bar' | 'area';
  readonly isStacked?: boolean;
  readonly annotations?: readonly Annotation[];
  readonly height?: number;
}

/** Values over time, as a drawing and as the table behind it. Two units get an axis each. */
export const TimeChart = ({
  title,
  series,
  shape = 'line',
  isStacked = false,
  annotations,
  height = 260,
}: Props) => {
  const palette = usePalette();
  const option = useMemo(
    () => timeOption({ series, shape, isStacked, annotations: annotations ?? [], palette }),
    [series, shape, isStacked, annotations, palette],
  );
  return (
    <ChartTable title={title} series={series}>
      <Chart option={option} height={height} label={`${title}, drawn; the table has the figures`} />
    </ChartTable>
  );
};
