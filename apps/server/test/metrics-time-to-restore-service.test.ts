import { describe, expect, test } from 'vitest';
import { anIncident } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const incident = (openedAt: string, resolvedAt: string | null, over: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({ openedAt, resolvedAt, ...over });
const restore = (workload: string, over = {}) =>
  kit.ask({
    queries: ['time-to-restore-service'],
    workloads: [workload],
    dateRange: RANGE,
    explain: true,
    ...over,
  });

describe('time-to-restore-service', () => {
  test('is null where nothing was resolved; an unresolved incident has no bucket', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [incident('2026-03-02T10:00:00Z', null)]);
    const series = only(await restore(workload));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(series.points.map((point) => [point.count, point.excluded])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('is the interpolated median of resolved − opened, in the bucket of the resolution', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [
      incident('2026-02-27T10:00:00Z', '2026-03-02T10:00:00Z'), // opened long before the range: 259 200 s
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:10:00Z'), // 600 s
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:20:00Z'), // 1 200 s
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:40:00Z', { externalId: 'last' }), // 2 400 s
      incident('2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z'), // 86 400 s, the next day
    ]);
    // Sorted, 2 March: 600, 1 200, 2 400, 259 200. Place of q: q × 3.
    const series = only(await restore(workload));
    const point = pointOf(series, '2026-03-02');
    expect(point).toMatchObject({ value: 1800, count: 4, excluded: 0 }); // place 1.5: midway from 1 200 to 2 400
    expect(point.p75).toBeCloseTo(2400 + 0.25 * 256_800, 6); // place 2.25
    expect(point.p90).toBeCloseTo(2400 + 0.7 * 256_800, 6); // place 2.7
    expect(point.p95).toBeCloseTo(2400 + 0.85 * 256_800, 6); // place 2.85
    expect(pointOf(series, '2026-03-03')).toMatchObject({
      value: 86_400,
      p75: 86_400,
      p95: 86_400,
      count: 1,
    });
    // Over all five the middle one, 2 400: from the rows, not from the two medians.
    expect(series.summary).toMatchObject({ value: 2400, count: 5 });
    expect(point.explain?.rows).toContain('pager/last');
  });

  test('one that is opened again leaves its bucket, and comes back with its new resolution', async () => {
    const workload = await kit.workload();
    const row = incident('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z');
    await kit.send(workload, 'incidents', [row]);
    expect(await kit.send(workload, 'incidents', [row])).toMatchObject({ unchanged: 1 });
    expect(only(await restore(workload)).summary).toMatchObject({ value: 3600, count: 1 });
    await kit.send(workload, 'incidents', [{ ...row, resolvedAt: null }]);
    expect(only(await restore(workload)).summary).toMatchObject({ value: null, count: 0 });
    await kit.send(workload, 'incidents', [{ ...row, resolvedAt: '2026-03-04T10:00:00Z' }]);
    expect(values(only(await restore(workload))).map(([, value]) => value)).toEqual([null, null, 172_800]);
  });

  test('one resolved before it opened is left out and counted; one resolved at once is 0 s', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T10:00:00Z', '2026-03-02T09:00:00Z'),
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z', { externalId: 'at-once' }),
      incident('2026-03-03T10:00:00Z', '2026-03-03T09:00:00Z'),
    ]);
    const series = only(await restore(workload));
    expect(pointOf(series, '2026-03-02')).toMatchObject({
      value: 0,
      count: 1,
      excluded: 1,
      explain: { rows: ['pager/at-once'], excluded: { 'negative-duration': 1 } },
    });
    expect(pointOf(series, '2026-03-03')).toMatchObject({ value: null, count: 0, excluded: 1 });
    expect(series.summary).toMatchObject({ value: 0, count: 1 });
  });

  test('counts the first and the last instant of a bucket, and ties', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T23:00:00.000Z', '2026-03-02T23:59:59.999Z'),
      incident('2026-03-02T23:00:00.000Z', '2026-03-03T00:00:00.000Z'),
      incident('2026-03-02T23:00:00.000Z', '2026-03-03T00:00:00.000Z'),
      incident('2026-03-03T23:00:00.000Z', '2026-03-03T23:59:59.999Z'),
    ]);
    const series = only(await restore(workload));
    expect(series.points.map((point) => point.count)).toEqual([1, 3, 0]);
    // 3 599.999, 3 600, 3 600
    expect(values(series).map(([, value]) => value)).toEqual([3599.999, 3600, null]);
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({ tags: { department: 'sales' } });
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:10:00Z', { severity: 'high' }),
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:20:00Z', { severity: 'low', source: 'desk' }),
      incident('2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z', { severity: null }),
    ]);
    const by = async (group: string, filters = {}) =>
      byGroup((await restore(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('workload')).toEqual({ [workload]: 1200 });
    expect(await by('severity')).toEqual({ high: 600, low: 1200, null: 1800 });
    expect(await by('tag:department')).toEqual({ sales: 1200 });
    expect(await by('workload', { sources: ['desk'] })).toEqual({ [workload]: 1200 });
    expect(await by('workload', { sources: ['pager'] })).toEqual({ [workload]: 1200 }); // (600 + 1 800) ÷ 2
    for (const filters of [{ repositories: ['acme/shop-api'] }, { actors: 'human' as const }])
      expect(
        (await kit.query({ queries: ['time-to-restore-service'], dateRange: RANGE, filters })).status,
      ).toBe(400);
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(other, 'incidents', [incident('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['time-to-restore-service'], dateRange: RANGE }, token);
    expect(byGroup(result.results[0]!)).toEqual({ [mine]: null });
  });
});
