import type { Metric } from '@codemetrics/contracts';
import { formatValue } from '../../metrics/format-value.ts';
import { MetricValue } from '../../metrics/metric-value.tsx';
import classes from './health-cell.module.css';
import type { Courses } from './health-list.ts';
import type { JobHealth } from './job-health.ts';
import { figureOf, secondFigure } from './job-health.ts';

interface Props {
  readonly metric: Metric;
  readonly job: JobHealth;
  readonly courses: Courses | undefined;
}

/** The second figure of a metric in words. */
const secondText = (metric: Metric, job: JobHealth): string | undefined => {
  const figure = secondFigure(metric);
  const value = figure && figureOf(job, { metric: metric.id, figure });
  if (value === undefined || value === null) return undefined;
  return figure === 'p95'
    ? `p95 ${formatValue(value, metric.unit)}`
    : `${formatValue(value, 'count')} failed`;
};

/** One figure of one job: its value, its course, its change, and what else is told of it. */
export const HealthCell = ({ metric, job, courses }: Props) => {
  const series = job.series.get(metric.id);
  const second = secondText(metric, job);
  return (
    <>
      <MetricValue
        metric={metric}
        series={series && { ...series, points: [...(courses?.find.get(metric.id)?.get(job.key) ?? [])] }}
        range={courses?.range ?? { start: '', end: '' }}
      />
      {second !== undefined && <span className={classes.second}>{second}</span>}
    </>
  );
};
