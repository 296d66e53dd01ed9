import { expect, test } from 'vitest';
import type { Run } from '../run-outcome.ts';
import { describeTrend, usualSeconds } from './describe-trend.ts';

const run = (runId: string, durationSeconds: number | null, conclusion = 'success'): Run =>
  ({ runId, durationSeconds, conclusion }) as Run;

test('the usual is the median of the others that succeeded', () => {
  const runs = [run('a', 60), run('b', 80), run('c', 5, 'failure'), run('d', null), run('self', 900)];
  expect(usualSeconds(runs, 'self')).toBe(70);
  expect(usualSeconds([run('self', 900)], 'self')).toBeUndefined();
});

test('a run is told beside the usual', () => {
  expect(describeTrend(run('self', 90), 60)).toContain('50 % longer');
  expect(describeTrend(run('self', 30), 60)).toContain('50 % shorter');
  expect(describeTrend(run('self', 60), 60)).toContain('so did this one');
  expect(describeTrend(run('self', null), 60)).not.toContain('this one');
  expect(describeTrend(run('self', 60), undefined)).toContain('no other');
});
