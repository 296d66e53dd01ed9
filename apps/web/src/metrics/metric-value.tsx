import type { Metric, QueryResult, Series } from '@codemetrics/contracts';
import { formatValue } from './format-value.ts';
import { MetricChange } from './metric-change.tsx';
import classes from './metric-value.module.css';
import { Sparkline } from './sparkline.tsx';
import { wholeWeeks } from './whole-weeks.ts';

interface Props {
  readonly metric: Metric;
  /** undefined: the answer has nothing for this workload. */
  readonly series: Series | undefined;
  readonly range: QueryResult['dateRange'];
}

/** One metric of one workload: its value, its change and its course. */
export const MetricValue = ({ metric, series, range }: Props) => {
  const value = series?.summary.value ?? null;
  const points = wholeWeeks(series?.points ?? [], metric.kind, range);
  if (value === null || !series)
    return (
      <div className={classes.none}>
        <span aria-hidden>—</span>
        <span className="visually-hidden">no data</span>
      </div>
    );
  return (
    <div className={classes.metric}>
      <strong className={classes.value}>{formatValue(value, metric.unit)}</strong>
      {points.some((point) => point.value !== null) && <Sparkline metric={metric} points={points} />}
      <MetricChange metric={metric} summary={series.summary} />
    </div>
  );
};
