import { describe, expect, test } from 'vitest';
import { aMeasurement } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-03' };

// The three are one metric of three measurements: `defineMeasuredTotal`.
describe.each(['lines-of-code', 'cyclomatic-complexity', 'duplicated-lines'])('%s', (metric) => {
  const ask = (workload: string, over: QueryBody = {}) =>
    kit.ask({ queries: [metric], workloads: [workload], dateRange: RANGE, ...over });
  const measured = (value: number, over = {}) => aMeasurement({ metric, value, ...over });

  test('the explanation tells the measurements of different repositories apart', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'measurements', [
      measured(1),
      measured(2, { repository: 'acme/two' }),
      measured(4, { repository: 'acme/three', branch: 'main' }),
    ]);
    const point = pointOf(only(await ask(workload, { explain: true })), '2026-03-02');
    expect(point).toMatchObject({ value: 7, count: 3 });
    expect([...point.explain!.rows].sort()).toEqual([
      'test-analysis/acme/shop-api/2026-03-02T10:00:00.000Z',
      'test-analysis/acme/three@main/2026-03-02T10:00:00.000Z',
      'test-analysis/acme/two/2026-03-02T10:00:00.000Z',
    ]);
  });

  test('of two tools that measure at the same instant one stands, and never both', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'measurements', [
      measured(10, { source: 'a-tool' }),
      measured(30, { source: 'b-tool' }),
    ]);
    expect(pointOf(only(await ask(workload)), '2026-03-02')).toMatchObject({ value: 30, count: 1 });
    const one = await ask(workload, { groupBy: ['repository'] });
    expect(byGroup(one.results[0]!)).toEqual({ 'acme/shop-api': 30 });
  });

  test('a measurement of 0 is one; a fall is told as it is', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'measurements', [
      measured(9, { takenAt: '2026-03-02T23:59:59.999Z' }),
      measured(0, { takenAt: '2026-03-03T00:00:00.000Z' }),
    ]);
    expect(values(only(await ask(workload)))).toEqual([
      ['2026-03-02', 9],
      ['2026-03-03', 0],
    ]);
  });
});
