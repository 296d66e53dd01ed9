import { describe, expect, test } from 'vitest';
import type { QueryBody, ReportPlace } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-28', end: '2026-03-29' };
const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over });
const junit = (...cases: string[]) =>
  `<testsuites>${cases
    .map((one) => one.split(' '))
    .map(
      ([suite, name, outcome]) =>
        `<testsuite name="${suite}"><testcase name="${name}">${outcome === 'fails' ? '<failure/>' : ''}</testcase></testsuite>`,
    )
    .join('')}</testsuites>`;
const send = (place: ReportPlace & { run?: string }, ...cases: string[]) =>
  kit.upload('tests', place, junit(...cases));

describe('test-results', () => {
  test('is 0 without a report; the bucket is told in the query’s zone', async () => {
    const workload = await kit.workload();
    expect(only(await ask(workload, 'test-results')).summary.value).toBe(0);
    // In Berlin, 29 March 2026 begins at 23:00 UTC and ends, an hour shorter, at 22:00 UTC.
    const times = ['28T22:59:59.999', '28T23:00:00.000', '29T21:59:59.999', '29T22:00:00.000'];
    for (const [index, time] of times.entries())
      await send({ workload, takenAt: `2026-03-${time}Z`, commit: `aaaaaa${index}` }, 's a passes');
    const local = only(await ask(workload, 'test-results', { timezone: 'Europe/Berlin' }));
    expect(values(local).map(([, value]) => value)).toEqual([1, 2]);
  });

  test('every branch counts; groups and filters by it', async () => {
    const workload = await kit.workload();
    const takenAt = '2026-03-28T10:00:00Z';
    await send({ workload, takenAt, branch: 'main' }, 's a passes', 's b passes');
    await send({ workload, takenAt, branch: 'feature/x', repository: 'acme/two' }, 's a fails');
    const by = async (group: string, filters = {}) =>
      byGroup((await ask(workload, 'test-results', { groupBy: [group], filters })).results[0]!);
    expect(await by('branch')).toEqual({ main: 2, 'feature/x': 1 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 2, 'acme/two': 1 });
    expect(await by('outcome', { branches: ['feature/x'] })).toMatchObject({ failed: 1, passed: 0 });
    const explained = only(await ask(workload, 'test-results', { explain: true }));
    expect(pointOf(explained, '2026-03-28').explain!.rows).toHaveLength(2);
  });
});
