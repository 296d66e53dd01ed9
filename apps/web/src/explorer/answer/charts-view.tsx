import { useCallback, useMemo, useRef } from 'react';
import { Alert, Stack, Title } from '@mantine/core';
import type { QueryResult } from '@codemetrics/contracts';
import type { Palette } from '../../charts/palette.ts';
import { useZoom } from '../../charts/use-zoom.ts';
import type { Annotation } from '../../charts/time-series.ts';
import type { DateRange } from '../../range/date-range.ts';
import type { View } from '../state/explorer-state.ts';
import { drawnOf, planCharts } from './chart-plan.ts';
import { ExplorerChart } from './explorer-chart.tsx';
import type { StandingChart, StandingCharts } from './standing-charts.ts';
import type { AnsweredSeries } from './to-series.ts';
import { ZoomControls } from './zoom-controls.tsx';
import { zoomedRange } from './zoomed-range.ts';

interface Props {
  readonly answer: QueryResult;
  readonly series: readonly AnsweredSeries[];
  readonly view: Exclude<View, 'table'>;
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
  readonly standing: StandingCharts;
  readonly onRange: (range: DateRange) => void;
}

/** The answer drawn: one chart, or one a unit where there are more than two. */
export const ChartsView = (props: Props) => {
  const { answer, series, view, annotations, palette, standing, onRange } = props;
  const isRanking = answer.interval === 'total';
  const drawn = useMemo(() => drawnOf(series), [series]);
  const charts = useMemo(() => planCharts(drawn, isRanking), [drawn, isRanking]);
  const drawing = useMemo(
    () => ({ charts, view, annotations, palette }),
    [charts, view, annotations, palette],
  );
  const zoom = useZoom(drawing);
  const kept = useRef(standing);
  const onStand = useCallback((title: string, chart: StandingChart | null): void => {
    if (chart) kept.current.set(title, chart);
    else kept.current.delete(title);
  }, []);
  const dates = drawn[0]?.main.points.map((point) => point.date) ?? [];
  return (
    <Stack gap="sm">
      {drawn.length < series.length && (
        <Alert color="yellow" role="status">
          {series.length} series are answered; the {drawn.length} largest are drawn. The table and the
          download have all of them.
        </Alert>
      )}
      {!isRanking && (
        <ZoomControls zoom={zoom} shown={zoomedRange(dates, zoom.window, answer.dateRange)} onUse={onRange} />
      )}
      {charts.map((chart) => (
        <div key={chart.title}>
          {charts.length > 1 && (
            <Title order={3} size="h5" mb={4}>
              {chart.title}
            </Title>
          )}
          <ExplorerChart
            chart={chart}
            view={view}
            isRanking={isRanking}
            annotations={annotations}
            palette={palette}
            height={charts.length > 1 ? 220 : 380}
            attach={zoom.attach}
            onStand={onStand}
          />
        </div>
      ))}
    </Stack>
  );
};
