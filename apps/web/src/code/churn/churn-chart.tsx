import { useMemo } from 'react';
import { Group, SegmentedControl } from '@mantine/core';
import type { Metric, Series } from '@codemetrics/contracts';
import { TimeChart } from '../../charts/time-chart.tsx';
import { Panel } from '../../elements/panel.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MetricName } from '../../metrics/metric-name.tsx';
import { CHURN_PARAMETER, churnVariant } from '../code-metrics.ts';
import { topSeries } from '../parts/top-series.ts';

interface Props {
  readonly metric: Metric;
  readonly series: readonly Series[];
  readonly variants: readonly string[];
  readonly variant: string;
}

const MOST_SERIES = 8;

/** How much of the code was rewritten, by repository. */
export const ChurnChart = ({ metric, series, variants, variant }: Props) => {
  const { change } = useAddress();
  const { label, unit } = churnVariant(variant);
  const drawn = useMemo(() => topSeries(series, 'repository', unit, MOST_SERIES), [series, unit]);
  return (
    <Panel title={<MetricName metric={metric} />} description={metric.description}>
      {variants.length > 1 && (
        <Group mb="md">
          <SegmentedControl
            size="xs"
            aria-label="What is counted"
            data={variants.map((value) => ({ value, label: churnVariant(value).label }))}
            value={variant}
            onChange={(value) => change({ [CHURN_PARAMETER]: value === variants[0] ? undefined : value })}
          />
        </Group>
      )}
      <TimeChart
        title={`${metric.title} by repository: ${label.toLowerCase()}`}
        series={drawn}
        shape="bar"
        isStacked
        height={320}
      />
    </Panel>
  );
};
