import { describe, expect, test } from 'vitest';
import { aMeasurement } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-04' };
const series = async (workload: string, query: string, over: QueryBody = {}) =>
  only(await kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over }));
const numbers = async (workload: string, query: string, over: QueryBody = {}) =>
  values(await series(workload, query, over)).map(([, value]) => value);

describe.each(['lines-of-code', 'cyclomatic-complexity', 'duplicated-lines'])('%s', (metric) => {
  const measured = (value: number, takenAt: string, over = {}) =>
    aMeasurement({ metric, value, takenAt, ...over });

  test('the newest of each repository, summed and carried forward', async () => {
    const workload = await kit.workload();
    const rows = [
      measured(100, '2026-02-01T00:00:00Z'),
      measured(7, '2026-03-02T23:59:59.999Z', { repository: 'acme/two' }),
      measured(120, '2026-03-03T00:00:00.000Z'),
      measured(110, '2026-03-04T10:00:00Z'),
      measured(130, '2026-03-04T11:00:00Z', { source: 'another-tool' }),
      measured(999, '2026-03-04T12:00:00Z', { path: 'a.ts' }),
      measured(999, '2026-03-04T12:00:00Z', { metric: 'something-else' }),
    ];
    await kit.send(workload, 'measurements', rows);
    await kit.send(workload, 'measurements', rows);
    expect(await numbers(workload, metric)).toEqual([100, 107, 127, 137]);
    expect(pointOf(await series(workload, metric), '2026-03-02').count).toBe(2);
  });

  test('nothing is known before the first; other branches only where asked', async () => {
    const workload = await kit.workload({
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'acme/shop-api', defaultBranch: 'trunk' }] }],
    });
    expect(await numbers(workload, metric)).toEqual([null, null, null, null]);
    await kit.send(workload, 'measurements', [
      measured(5, '2026-03-02T10:00:00Z', { branch: 'trunk' }),
      measured(9, '2026-03-03T10:00:00Z', { branch: 'main' }),
    ]);
    expect(await numbers(workload, metric)).toEqual([null, 5, 5, 5]);
    expect(await numbers(workload, metric, { filters: { branches: ['main'] } })).toEqual([null, null, 9, 9]);
  });
});

describe('branch-coverage', () => {
  const report = (workload: string, takenAt: string, commit: string, branches: string) =>
    kit().call(
      'POST',
      `/api/coverage?${new URLSearchParams({ workload, takenAt, commit, repository: 'acme/shop-api' })}`,
      { token: kit().admin, body: `SF:a\nDA:1,1\n${branches}end_of_record\n`, type: 'text/plain' },
    );

  test('branches taken ÷ branches; a report that tells of none is passed over', async () => {
    const workload = await kit.workload();
    await report(
      workload,
      '2026-03-02T10:00:00Z',
      'aaaaaa1',
      'BRDA:1,0,0,1\nBRDA:1,0,1,0\nBRDA:1,0,2,0\nBRDA:1,0,3,4\n',
    );
    await report(workload, '2026-03-03T10:00:00Z', 'aaaaaa2', '');
    await report(workload, '2026-03-04T10:00:00Z', 'aaaaaa3', 'BRDA:1,0,0,1\nBRDA:1,0,1,1\n');
    expect(await numbers(workload, 'branch-coverage')).toEqual([null, 50, 50, 100]);
    expect(pointOf(await series(workload, 'branch-coverage'), '2026-03-03').count).toBe(4);
    expect(await numbers(workload, 'code-coverage')).toEqual([null, 100, 100, 100]);
  });
});
