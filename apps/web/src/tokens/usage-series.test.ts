import { expect, test } from 'vitest';
import { usageSeries } from './usage-series.ts';

const NOW = Date.parse('2026-03-03T10:00:00Z');
const usage = (days: { date: string; operation: string; calls: number; failures: number }[]) => ({
  tokenId: 'id',
  lastUsed: null,
  lastUsedFrom: null,
  lastUserAgent: null,
  useCount: 0,
  failureCount: 0,
  days,
  networks: [],
});

test('a series an operation, the most called first, every day of the range in it', () => {
  const { calls, failures } = usageSeries(
    usage([
      { date: '2026-03-03', operation: 'getSession', calls: 1, failures: 0 },
      { date: '2026-03-02', operation: 'runQuery', calls: 4, failures: 2 },
    ]),
    3,
    NOW,
  );
  expect(calls.map(({ name }) => name)).toEqual(['runQuery', 'getSession']);
  expect(calls[0]?.points).toEqual([
    { date: '2026-03-01', value: 0 },
    { date: '2026-03-02', value: 4 },
    { date: '2026-03-03', value: 0 },
  ]);
  expect(failures[0]?.points.map(({ value }) => value)).toEqual([0, 2, 0]);
});

test('many operations: the last are drawn as one, and no call is lost', () => {
  const days = Array.from({ length: 9 }, (_, n) => ({
    date: '2026-03-03',
    operation: `operation-${n}`,
    calls: 10 - n,
    failures: 0,
  }));
  const { calls, failures } = usageSeries(usage(days), 1, NOW);
  expect(calls).toHaveLength(6);
  expect(calls.at(-1)?.name).toBe('other operations');
  expect(calls.flatMap(({ points }) => points).reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(54);
  expect(failures).toEqual([]);
});
