import { describe, expect, test } from 'vitest';
import type { QueryBody, ReportPlace } from './metric-kit.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const ask = (workload: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['vulnerabilities'], workloads: [workload], dateRange: RANGE, ...over });
const numbers = async (workload: string, over: QueryBody = {}) =>
  values(only(await ask(workload, over))).map(([, value]) => value);

const sarif = (rules: readonly string[]) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'scan' } },
        results: rules.map((ruleId) => ({ ruleId, message: { text: ruleId } })),
      },
    ],
  });
let commits = 0;
const report = (workload: string, takenAt: string, rules: string[], over: Partial<ReportPlace> = {}) =>
  kit.upload(
    'vulnerabilities',
    { workload, takenAt, commit: (++commits).toString(16).padStart(7, '0'), ...over },
    sarif(rules),
  );

describe('vulnerabilities by branch', () => {
  test('reports of the default branch follow one another, whether they name it or not', async () => {
    const workload = await kit.workload();
    await report(workload, '2026-03-02T10:00:00Z', ['a', 'b']);
    await report(workload, '2026-03-03T10:00:00Z', ['b'], { branch: 'main' });
    await report(workload, '2026-03-04T10:00:00Z', ['c']);
    expect(await numbers(workload)).toEqual([2, 1, 1]);
  });

  test('with a default branch that the workload names, too; any other branch goes its own way', async () => {
    const workload = await kit.workload({
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'acme/shop-api', defaultBranch: 'trunk' }] }],
    });
    await report(workload, '2026-03-02T10:00:00Z', ['a', 'b']);
    await report(workload, '2026-03-02T11:00:00Z', ['m'], { branch: 'main' });
    await report(workload, '2026-03-03T10:00:00Z', ['b'], { branch: 'trunk' });
    expect(await numbers(workload)).toEqual([2, 1, 1]);
    const apart = await ask(workload, { groupBy: ['branch'] });
    expect(byGroup(apart.results[0]!)).toEqual({ trunk: 1, main: 1 });
    expect(await numbers(workload, { filters: { branches: ['main'] } })).toEqual([1, 1, 1]);
  });

  test('what was over before the range is not open in it; a report at its first instant closes', async () => {
    const workload = await kit.workload();
    await report(workload, '2026-02-01T10:00:00Z', ['long ago', 'until the start']);
    await report(workload, '2026-02-02T10:00:00Z', ['until the start', 'still']);
    await report(workload, '2026-03-02T00:00:00.000Z', ['still']);
    expect(await numbers(workload)).toEqual([1, 1, 1]);
    expect(await numbers(workload, { dateRange: { start: '2026-03-01', end: '2026-03-01' } })).toEqual([2]);
    // A rolling average looks back beyond the range: on 1 March there were two, on 2 March one.
    const rolled = only(await ask(workload, { rollingAverage: [2] }));
    expect(rolled.points.map((point) => point.rolling)).toEqual([{ 2: 1.5 }, { 2: 1 }, { 2: 1 }]);
  });

  test('of two reports at the same instant one stands, and never both', async () => {
    const workload = await kit.workload();
    const takenAt = '2026-03-02T10:00:00Z';
    await report(workload, takenAt, ['a', 'b']);
    await report(workload, takenAt, ['c', 'd']);
    expect(await numbers(workload)).toEqual([2, 2, 2]);
  });

  test('a finding of two reports that go by name counts once, and stays until both are rid of it', async () => {
    const workload = await kit.workload();
    for (const name of ['api', 'web']) await report(workload, '2026-03-02T10:00:00Z', ['a'], { name });
    await report(workload, '2026-03-03T10:00:00Z', [], { name: 'api' });
    await report(workload, '2026-03-04T10:00:00Z', [], { name: 'web' });
    expect(await numbers(workload)).toEqual([1, 1, 0]);
  });
});
