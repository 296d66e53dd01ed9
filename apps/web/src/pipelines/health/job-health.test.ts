import { expect, test } from 'vitest';
import type { QueryResult } from '@codemetrics/contracts';
import { figureOf, sortJobs, toJobs } from './job-health.ts';

const series = (job: string, value: number | null, p95?: number) => ({
  group: { workload: 'w', repository: 'r', job },
  points: [{ date: '2026-01-01', value, p95: p95 ?? null }],
  summary: { value, previous: null, change: null, band: null },
});
const answer = {
  results: [
    { query: 'duration', series: [series('a', 10, 90), series('b', 30, 40), series('c', null)] },
    { query: 'runs', series: [series('a', 5), series('b', 6), series('c', 5)] },
  ],
} as unknown as QueryResult;
const jobs = toJobs(answer);
const names = (sorted: readonly { job: string }[]) => sorted.map((one) => one.job).join('');

test('one row a job, with all that is known of it', () => {
  expect(jobs).toHaveLength(3);
  expect(figureOf(jobs[0]!, { metric: 'duration', figure: 'p95' })).toBe(90);
  expect(figureOf(jobs[0]!, { metric: 'runs', figure: 'value' })).toBe(5);
  expect(figureOf(jobs[0]!, { metric: 'unknown', figure: 'value' })).toBeNull();
});

test('what is outside of a share is counted', () => {
  const one = toJobs({
    results: [
      {
        query: 'success',
        series: [{ ...series('a', 75), summary: { value: 75, count: 8, previous: null, change: null } }],
      },
    ],
  } as unknown as QueryResult)[0]!;
  expect(figureOf(one, { metric: 'success', figure: 'misses' })).toBe(2);
  expect(figureOf(jobs[0]!, { metric: 'runs', figure: 'misses' })).toBeNull();
});

test('sorted by a figure, unknown ones last either way', () => {
  expect(names(sortJobs(jobs, { metric: 'duration', figure: 'value' }, 'desc'))).toBe('bac');
  expect(names(sortJobs(jobs, { metric: 'duration', figure: 'value' }, 'asc'))).toBe('abc');
  expect(names(sortJobs(jobs, { metric: 'duration', figure: 'p95' }, 'desc'))).toBe('abc');
  expect(names(sortJobs(jobs, { metric: 'runs', figure: 'value' }, 'desc'))).toBe('bac');
  expect(names(sortJobs(jobs, 'job', 'desc'))).toBe('cba');
});
