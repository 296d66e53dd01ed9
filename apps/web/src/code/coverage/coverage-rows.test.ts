import { expect, test } from 'vitest';
import type { QueryResult } from '@codemetrics/contracts';
import { keyOfGroup, newestReports, toCoverageRows } from './coverage-rows.ts';

const group = (repository: string) => ({ workload: 'team', repository });
const series = (repository: string, value: number | null, points: readonly (number | null)[] = []) => ({
  group: group(repository),
  points: points.map((one, day) => ({ date: `2026-03-0${day + 1}`, value: one })),
  summary: { value, previous: null, change: null, band: null },
});

test('one row a repository with a line coverage, the lowest first; its branches may be unknown', () => {
  const answer = {
    results: [
      { query: 'lines', series: [series('a', 80), series('b', 12.5), series('c', null)] },
      { query: 'branches', series: [series('a', 70)] },
    ],
  } as unknown as QueryResult;
  const rows = toCoverageRows(answer, 'lines', 'branches');
  expect(
    rows.map(({ repository, line, branch }) => [repository, line.summary.value, branch?.summary.value]),
  ).toEqual([
    ['b', 12.5, undefined],
    ['a', 80, 70],
  ]);
  expect(toCoverageRows(answer, 'lines', undefined)[1]!.branch).toBeUndefined();
});

test('the newest report is told by the last day that has one', () => {
  const answer = {
    results: [{ series: [series('a', 1, [null, 5, null]), series('b', 1, [null, null, null])] }],
  } as unknown as QueryResult;
  const newest = newestReports(answer);
  expect(newest.get(keyOfGroup(group('a')))).toBe('2026-03-02');
  expect(newest.has(keyOfGroup(group('b')))).toBe(false);
});
