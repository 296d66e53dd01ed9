import { useMemo } from 'react';
import type { Metric } from '@codemetrics/contracts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { Panel } from '../../elements/panel.tsx';
import { MetricName } from '../../metrics/metric-name.tsx';
import { Answered } from './answered.tsx';
import { topSeries } from './top-series.ts';
import { useSeries } from './use-series.ts';
import type { CodeScope } from '../scope/code-scope.ts';

interface Props {
  readonly metric: Metric;
  /** Of the metric. */
  readonly dimension: string;
  readonly scope: CodeScope;
}

const MOST_SERIES = 8;

/** A count over time, split up by one of its dimensions. */
export const SplitChart = ({ metric, dimension, scope }: Props) => {
  const answer = useSeries(metric, dimension, scope);
  const { data } = answer;
  const series = useMemo(
    () => topSeries(data ?? [], dimension, metric.unit, MOST_SERIES),
    [data, dimension, metric],
  );
  return (
    <Answered answer={answer} what={metric.title.toLowerCase()} height={420}>
      {() => (
        <Panel title={<MetricName metric={metric} />} description={metric.description}>
          {series.length === 0 ? (
            'There is none in these days.'
          ) : (
            <TimeChart
              title={`${metric.title} by ${dimension}`}
              series={series}
              shape="bar"
              isStacked
              height={300}
            />
          )}
        </Panel>
      )}
    </Answered>
  );
};
