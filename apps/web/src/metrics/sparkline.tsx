import type { Interval, Metric, Point } from '@codemetrics/contracts';
import { describePoints } from './describe-points.ts';
import { sparklinePath } from './sparkline-path.ts';

interface Props {
  readonly metric: Metric;
  readonly points: readonly Point[];
  /** What each of the points stands for; a week where left out. */
  readonly interval?: Interval;
}

const SIZE = { width: 68, height: 24 };

/** The course of a metric, small. Its text says what the line shows. */
export const Sparkline = ({ metric, points, interval = 'week' }: Props) => {
  const values = points.map((point) => point.value);
  const { line, dots, last } = sparklinePath(values, SIZE, metric.kind === 'count');
  return (
    <svg {...SIZE} role="img" aria-label={describePoints(metric.title, points, metric.unit, interval)}>
      <path
        d={line}
        fill="none"
        stroke="var(--app-line)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {dots.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="1.5" fill="var(--app-line)" />
      ))}
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--app-line)" />}
    </svg>
  );
};
