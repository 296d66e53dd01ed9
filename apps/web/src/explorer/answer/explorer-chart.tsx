import { useEffect, useMemo, useState } from 'react';
import type { ECharts } from 'echarts/core';
import { Chart } from '../../charts/chart.tsx';
import { ChartTable } from '../../charts/chart-table.tsx';
import type { Palette } from '../../charts/palette.ts';
import { rankHeight, rankOption } from '../../charts/rank-option.ts';
import { timeOption } from '../../charts/time-option.ts';
import type { Annotation } from '../../charts/time-series.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import type { View } from '../state/explorer-state.ts';
import type { PlannedChart } from './chart-plan.ts';
import type { StandingChart } from './standing-charts.ts';

interface Props {
  readonly chart: PlannedChart;
  readonly view: Exclude<View, 'table'>;
  readonly isRanking: boolean;
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
  readonly height: number;
  /** Takes the chart in for zooming, and tells how to let it go. */
  readonly attach: (chart: ECharts) => () => void;
  /** Told of each chart that stands and of what it shows, for its picture. */
  readonly onStand: (title: string, chart: StandingChart | null) => void;
}

const SHAPES = { line: 'line', bar: 'bar', area: 'area', stacked: 'area' } as const;
const MOST_NAMED = 6;

/** One chart of the answer: over time, or, of the whole range at once, a ranking. */
export const ExplorerChart = (props: Props) => {
  const { chart, view, isRanking, annotations, palette, height, attach, onStand } = props;
  const { title, series } = chart;
  const isNarrow = useIsNarrow();
  const option = useMemo(() => {
    if (isRanking)
      return rankOption(
        series.filter((one) => one.average === undefined),
        palette,
      );
    const named = series.filter((one) => !one.isEarlier && one.average === undefined).length;
    return timeOption({
      ...{ series, annotations, palette, shape: SHAPES[view], isStacked: view === 'stacked' },
      ...{ hasLegend: false, hasZoom: true },
      hasNames: !isNarrow && named > 1 && named <= MOST_NAMED,
    });
  }, [series, annotations, palette, view, isRanking, isNarrow]);
  const [made, take] = useState<ECharts | null>(null);
  useEffect(() => (made && !isRanking ? attach(made) : undefined), [made, isRanking, attach]);
  useEffect(() => {
    if (!made) return undefined;
    onStand(title, { chart: made, series, isRanking });
    return () => onStand(title, null);
  }, [made, series, isRanking, title, onStand]);
  return (
    <ChartTable title={title} series={series} hasCounts>
      <Chart
        option={option}
        height={isRanking ? rankHeight(series.length) : height}
        label={`${title}, drawn; the table has the figures`}
        onChart={take}
      />
    </ChartTable>
  );
};
