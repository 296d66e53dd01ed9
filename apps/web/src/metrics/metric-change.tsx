import type { Metric, Summary } from '@codemetrics/contracts';
import { formatChange, formatValue } from './format-value.ts';
import { judgeChange } from './judge-change.ts';
import classes from './metric-value.module.css';

interface Props {
  readonly metric: Metric;
  readonly summary: Summary;
}

const ARROWS = { up: '▲', down: '▼', same: '' };

/** The change against the period before: an arrow, the amount, and in words whether it is good. */
export const MetricChange = ({ metric, summary }: Props) => {
  const judgement = judgeChange(summary, metric.direction);
  if (!judgement || summary.change === null || summary.previous === null)
    return <span className={classes.change}>nothing before</span>;
  const { trend, verdict } = judgement;
  if (trend === 'same') return <span className={classes.change}>no change</span>;
  return (
    <span className={classes.change} data-verdict={verdict ?? undefined}>
      <span aria-hidden>{ARROWS[trend]} </span>
      <span className="visually-hidden">{trend} by </span>
      {formatChange(summary.change, metric.unit)}
      {verdict && ` ${verdict}`}
      <span className="visually-hidden">, was {formatValue(summary.previous, metric.unit)}</span>
    </span>
  );
};
