import { describe, expect, test } from 'vitest';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over });
const series = async (workload: string, query: string) => only(await ask(workload, query));

const CHILD = { passed: '', failed: '<failure/>', error: '<error/>', skipped: '<skipped/>' };
const junit = (cases: readonly (readonly [name: string, outcome: keyof typeof CHILD])[]) =>
  `<testsuite name="s">${cases.map(([name, outcome]) => `<testcase name="${name}">${CHILD[outcome]}</testcase>`).join('')}</testsuite>`;

describe('test-results', () => {
  test('none at all is 0, by workload and pooled', async () => {
    const workload = await kit.workload();
    expect((await series(workload, 'test-results')).summary).toMatchObject({ value: 0, count: 0 });
    const pooled = only(await ask(workload, 'test-results', { groupBy: [], compareTo: 'previous-period' }));
    expect(pooled.summary).toMatchObject({ value: 0, previous: 0, change: 0 });
  });

  test('cases by outcome, by the time of their report; a report sent again counts once', async () => {
    const workload = await kit.workload();
    const report = junit([
      ['a', 'passed'],
      ['b', 'passed'],
      ['c', 'failed'],
      ['d', 'error'],
      ['e', 'skipped'],
    ]);
    const place = { workload, takenAt: '2026-03-02T00:00:00.000Z' };
    expect((await kit.upload('tests', place, report)).body).toMatchObject({
      ...{ created: 1, tests: { total: 5, passed: 2, failed: 1, errors: 1, skipped: 1 } },
    });
    expect((await kit.upload('tests', place, report)).body).toMatchObject({ created: 0, unchanged: 1 });
    await kit.upload(
      'tests',
      { workload, takenAt: '2026-03-02T23:59:59.999Z', commit: 'aaaaaa1' },
      junit([['a', 'passed']]),
    );
    await kit.upload(
      'tests',
      { workload, takenAt: '2026-03-03T00:00:00.000Z', commit: 'aaaaaa2' },
      junit([['a', 'failed']]),
    );
    expect(values(await series(workload, 'test-results')).map(([, value]) => value)).toEqual([0, 6, 1]);
    expect(byGroup((await ask(workload, 'test-results', { groupBy: ['outcome'] })).results[0]!)).toEqual({
      ...{ passed: 3, failed: 2, error: 1, skipped: 1 },
    });
    // What is sent under the same key takes the place of what was there.
    const replaced = await kit.upload('tests', place, junit([['a', 'passed']]));
    expect(replaced.body).toMatchObject({ updated: 1 });
    expect((await series(workload, 'test-results')).summary.value).toBe(3);
  });
});

describe('test-flakiness', () => {
  const run = (
    workload: string,
    attempt: string,
    takenAt: string,
    cases: Parameters<typeof junit>[0],
    over = {},
  ) => kit.upload('tests', { workload, takenAt, run: attempt, ...over }, junit(cases));

  test('tests that both passed and failed on a commit ÷ tests that ran twice on it', async () => {
    const workload = await kit.workload();
    await run(workload, '1', '2026-03-02T10:00:00Z', [
      ['flaky', 'failed'],
      ['broken', 'failed'],
      ['good', 'passed'],
      ['errs', 'error'],
      ['once', 'passed'],
      ['skipped', 'skipped'],
    ]);
    await run(workload, '2', '2026-03-02T11:00:00Z', [
      ['flaky', 'passed'],
      ['broken', 'failed'],
      ['good', 'passed'],
      ['errs', 'passed'],
      ['skipped', 'passed'],
    ]);
    // Another commit, and another name, are no second run.
    await run(workload, '1', '2026-03-02T12:00:00Z', [['once', 'failed']], { commit: 'aaaaaa1' });
    await run(workload, '3', '2026-03-02T12:00:00Z', [['once', 'failed']], { name: 'e2e' });
    expect(pointOf(await series(workload, 'test-flakiness'), '2026-03-02')).toMatchObject({
      ...{ value: 50, count: 4 },
    });
  });

  test('reruns within a report count, and a commit stands where its last report does', async () => {
    const workload = await kit.workload();
    const flaky = '<testsuite><testcase name="a"><flakyFailure/></testcase><testcase name="b"/></testsuite>';
    await kit.upload('tests', { workload, takenAt: '2026-03-01T10:00:00Z' }, flaky);
    await run(workload, '1', '2026-02-20T10:00:00Z', [['a', 'passed']], { commit: 'aaaaaa1' });
    await run(workload, '2', '2026-03-03T23:59:59.999Z', [['a', 'failed']], { commit: 'aaaaaa1' });
    expect(values(await series(workload, 'test-flakiness'))).toEqual([
      ['2026-03-01', 100],
      ['2026-03-02', null],
      ['2026-03-03', 100],
    ]);
  });
});
