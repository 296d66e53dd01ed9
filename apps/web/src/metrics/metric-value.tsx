import type { Interval, Metric, QueryResult, Series } from '@codemetrics/contracts';
import { BandBadge } from './band-badge.tsx';
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
  /** What each point stands for; a week where left out. */
  readonly interval?: Interval;
}

/** One metric of one workload: its value, its course, the level that it reaches and its change. */
export const MetricValue = ({ metric, series, range, interval = 'week' }: Props) => {
  const value = series?.summary.value ?? null;
  const points = wholeWeeks(series?.points ?? [], metric.kind, range);
  if (value === null || !series)
    return (
      <div className={classes.none}>
        <span aria-hidden>—</span>
        <span className="visually-hidden">no data</span>
      </div>
    );
  const { band } = series.summary;
  return (
    <div className={classes.frame}>
      <div className={classes.metric}>
        <strong className={classes.value}>{formatValue(value, metric.unit)}</strong>
        {points.some((point) => point.value !== null) && (
          <Sparkline metric={metric} points={points} interval={interval} />
        )}
        <div className={classes.foot}>
          {band && <BandBadge band={band} />}
          <MetricChange metric={metric} summary={series.summary} />
        </div>
      </div>
    </div>
  );
};
