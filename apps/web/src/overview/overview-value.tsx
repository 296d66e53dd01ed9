import type { Metric } from '@codemetrics/contracts';
import { MetricValue } from '../metrics/metric-value.tsx';
import { ValueSkeleton } from '../metrics/value-skeleton.tsx';
import type { Overview } from './use-overview.ts';

interface Props {
  readonly metric: Metric;
  readonly overview: Overview | undefined;
  /** A workload's id, or the value of a tag. */
  readonly group: string | null;
}

/** One figure of the overview, or its place while it loads. */
export const OverviewValue = ({ metric, overview, group }: Props) =>
  overview ? (
    <MetricValue
      metric={metric}
      series={overview.find(metric.id, group)}
      range={overview.range}
      interval={overview.interval}
    />
  ) : (
    <ValueSkeleton />
  );
