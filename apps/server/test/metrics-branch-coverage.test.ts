import { describe, expect, test } from 'vitest';
import type { QueryBody, ReportPlace } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const ask = (workload: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['branch-coverage'], workloads: [workload], dateRange: RANGE, ...over });

/** Sends a report of one covered line with so many branches taken out of so many. */
const report = async (place: ReportPlace, taken: number, total: number) => {
  const search = new URLSearchParams({ repository: 'acme/shop-api', commit: 'c0ffee1', ...place });
  const branches = Array.from({ length: total }, (_, one) => `BRDA:1,0,${one},${one < taken ? 1 : 0}\n`);
  const answer = await kit().call('POST', `/api/coverage?${search}`, {
    token: kit().admin,
    body: `SF:a\nDA:1,1\n${branches.join('')}end_of_record\n`,
    type: 'text/plain',
  });
  expect(answer.status, answer.text).toBe(200);
};

describe('branch-coverage', () => {
  test('is null where no report told of branches', async () => {
    const workload = await kit.workload();
    await report({ workload, takenAt: '2026-03-02T10:00:00Z' }, 0, 0);
    const series = only(await ask(workload));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(series.points[0]).toMatchObject({ count: 0 });
  });

  test('is pooled over repositories and names, not averaged, from the instant of a report on', async () => {
    const workload = await kit.workload();
    const other = { workload, repository: 'acme/other' };
    await report({ workload, takenAt: '2026-03-02T23:59:59.999Z' }, 1, 1);
    await report({ ...other, takenAt: '2026-03-03T00:00:00.000Z' }, 0, 3);
    await report({ ...other, takenAt: '2026-03-04T10:00:00Z', name: 'e2e' }, 4, 4);
    const series = only(await ask(workload, { explain: true }));
    // 1 of 1; (1 + 0) of 4; (1 + 0 + 4) of 8
    expect(values(series).map(([, value]) => value)).toEqual([100, 25, 62.5]);
    expect(series.points.map((point) => point.count)).toEqual([1, 4, 8]);
    expect(pointOf(series, '2026-03-04').explain!.rows).toHaveLength(3);
  });

  test('other branches only where asked', async () => {
    const workload = await kit.workload();
    const takenAt = '2026-03-02T10:00:00Z';
    await report({ workload, takenAt, branch: 'main' }, 1, 2);
    await report({ workload, takenAt, branch: 'feature/x' }, 2, 2);
    expect(only(await ask(workload)).summary.value).toBe(50);
    const apart = await ask(workload, { groupBy: ['branch'] });
    expect(byGroup(apart.results[0]!)).toEqual({ main: 50, 'feature/x': 100 });
  });
});
