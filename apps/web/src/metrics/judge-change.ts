import type { Metric, Summary } from '@codemetrics/contracts';

/** How a value moved against the period before, and whether that is good. */
export interface Judgement {
  readonly trend: 'up' | 'down' | 'same';
  readonly verdict: 'better' | 'worse' | null;
}

/** null: there is nothing to compare with. */
export const judgeChange = (
  { change }: Pick<Summary, 'change'>,
  direction: Metric['direction'],
): Judgement | null => {
  if (change === null) return null;
  if (change === 0) return { trend: 'same', verdict: null };
  const trend = change > 0 ? 'up' : 'down';
  if (direction === 'none') return { trend, verdict: null };
  return { trend, verdict: trend === direction ? 'better' : 'worse' };
};
