import type { MetricResult, Series } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import type { Plan } from '@codemetrics/metrics';
import { previousRange, runMetric } from '@codemetrics/metrics';

/** Adds what the same groups had in the period before; one that wasn't there then had `nothing`. */
const compare = (series: Series[], before: readonly Series[], nothing: number | null): Series[] => {
  const previous = new Map(before.map((one) => [JSON.stringify(one.group), one.summary.value]));
  return series.map((one) => {
    const found = previous.get(JSON.stringify(one.group));
    const old = found === undefined ? nothing : found;
    const { value } = one.summary;
    return {
      ...one,
      summary: { ...one.summary, previous: old, change: value === null || old === null ? null : value - old },
    };
  });
};

/** What a group had that wasn't there in the period before. */
const nothingOf = ({ metric: { measure, fill } }: Plan): number | null =>
  measure.kind === 'count' || measure.kind === 'stock' || (measure.kind === 'sum' && fill === 'zero')
    ? 0
    : null;

/** Runs one metric, and where asked the period before it too. */
export const answerMetric = async (db: Executor, plan: Plan, isCompared: boolean): Promise<MetricResult> => {
  const { id: query, title, unit } = plan.metric;
  const answer = await runMetric(db, plan);
  if (!isCompared || answer.tables) return { query, title, unit, ...answer };
  const before = await runMetric(db, {
    ...plan,
    range: previousRange(plan.range),
    interval: 'total',
    rollingAverage: [],
    explain: false,
  });
  return { query, title, unit, series: compare(answer.series, before.series, nothingOf(plan)) };
};
