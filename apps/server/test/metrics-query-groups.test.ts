import { describe, expect, test } from 'vitest';
import type { RunRow } from '@codemetrics/testing';
import { aPipelineRun, anIncident } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const run = (over: Partial<RunRow> = {}) => aPipelineRun({ finishedAt: '2026-03-02T10:00:00Z', ...over });
const ask = (over = {}) => kit.ask({ queries: ['pipeline-runs'], dateRange: RANGE, ...over });
const by = async (workloads: string[], groupBy: string[], over = {}) =>
  byGroup((await ask({ workloads, groupBy, ...over })).results[0]!);

describe('grouping', () => {
  test('by workload unless asked otherwise; [] pools all; one asked for answers though nothing happened', async () => {
    const [busy, idle] = [await kit.workload(), await kit.workload()];
    await kit.send(busy, 'runs', [run(), run()]);
    const both = [busy, idle];
    expect(byGroup((await ask({ workloads: both })).results[0]!)).toEqual({ [busy]: 2, [idle]: 0 });
    const pooled = only(await ask({ workloads: both, groupBy: [] }));
    expect(pooled).toMatchObject({ group: {}, summary: { value: 2 } });
    expect(await by([idle], ['repository'])).toEqual({});
    expect(values(only(await ask({ workloads: [idle] })))).toHaveLength(3);
  });

  test('pools a ratio from the rows of its workloads', async () => {
    const [small, large] = [await kit.workload(), await kit.workload()];
    await kit.send(small, 'runs', [run({ conclusion: 'failure' })]);
    await kit.send(large, 'runs', [run(), run(), run({ conclusion: 'failure' }), run()]);
    const over = { queries: ['pipeline-success'] };
    expect(await by([small, large], ['workload'], over)).toEqual({ [small]: 0, [large]: 75 });
    // 3 of 5, where the mean of 0 and 75 would be 37.5.
    expect(await by([small, large], [], over)).toEqual({ '': 60 });
  });

  test('a repository of two groups counts in each, and once where nobody groups by them', async () => {
    const workload = await kit.workload({
      repositoryGroups: [
        { name: 'shop', repositories: [{ name: 'acme/shop-*' }] },
        { name: 'web', repositories: [{ name: '*-web' }, { name: 'acme/site' }, { name: 'acme/s*e' }] },
        { name: 'empty', repositories: [] },
      ],
    });
    for (const repository of ['acme/shop-api', 'acme/shop-web', 'acme/site', 'acme/tools'])
      await kit.send(workload, 'runs', [run({ repository })]);
    expect(await by([workload], ['repositoryGroup'])).toEqual({ shop: 2, web: 2, null: 1 });
    expect(await by([workload], [])).toEqual({ '': 4 });
    const filtered = (repositoryGroups: string[]) => ({ filters: { repositoryGroups } });
    expect(await by([workload], [], filtered(['shop', 'web']))).toEqual({ '': 3 });
    expect(await by([workload], ['repositoryGroup'], filtered(['web']))).toEqual({ web: 2 });
    expect(await by([workload], ['repositoryGroup', 'repository'], filtered(['web']))).toEqual({
      'web acme/shop-web': 1,
      'web acme/site': 1,
    });
    expect(await by([workload], [], filtered(['empty']))).toEqual({ '': 0 });
  });

  test('a group of a workload never takes in another workload’s repository of that name', async () => {
    const groups = (name: string) => ({
      repositoryGroups: [{ name, repositories: [{ name: 'acme/shop-*' }] }],
    });
    const [one, two, three] = [
      await kit.workload(groups('shop')),
      await kit.workload(groups('shop')),
      await kit.workload(groups('other')),
    ];
    for (const workload of [one, two, three]) await kit.send(workload, 'runs', [run()]);
    // Groups of one name are one group, unless the workload is asked for too.
    expect(await by([one, two, three], ['repositoryGroup'])).toEqual({ shop: 2, other: 1 });
    expect(await by([one, two], ['workload', 'repositoryGroup'])).toEqual({
      [`${one} shop`]: 1,
      [`${two} shop`]: 1,
    });
  });

  test('by tag: workloads of one value are pooled, those without one stand under null', async () => {
    const [a, b, c] = [
      await kit.workload({ tags: { department: 'sales', tier: '1' } }),
      await kit.workload({ tags: { department: 'sales', tier: '2' } }),
      await kit.workload(),
    ];
    for (const workload of [a, b, c]) await kit.send(workload, 'runs', [run()]);
    const all = [a, b, c];
    expect(await by(all, ['tag:department'])).toEqual({ sales: 2, null: 1 });
    expect(await by(all, ['tag:department', 'tag:tier'])).toEqual({
      'sales 1': 1,
      'sales 2': 1,
      'null null': 1,
    });
    // No inherited name is a tag.
    for (const key of ['constructor', '__proto__', 'toString'])
      expect(await by(all, [`tag:${key}`])).toEqual({ null: 3 });
    const tagged = (tags: Record<string, string | string[]>) => ({ filters: { tags } });
    expect(await by(all, [], tagged({ department: 'sales' }))).toEqual({ '': 2 });
    expect(await by(all, [], tagged({ department: 'sales', tier: ['2', '3'] }))).toEqual({ '': 1 });
    expect(await by(all, ['workload'], tagged({ department: 'none' }))).toEqual({});
  });

  test('400: a group or a filter that the metric doesn’t know, named', async () => {
    const refused = async (over: object, word: string) => {
      const answer = await kit.query({ queries: ['time-to-restore-service'], dateRange: RANGE, ...over });
      const problem = expectProblem(answer, 400, 'unsupported-grouping');
      expect(problem.detail).toContain(word);
      return problem.errors?.[0]?.path;
    };
    for (const group of ['repository', 'team', 'constructor', 'tag', 'tag:'])
      expect(await refused({ groupBy: ['workload', group] }, group)).toBe('groupBy');
    expect(await refused({ filters: { jobs: ['build'] } }, 'jobs')).toBe('filters.jobs');
    expect(await refused({ filters: { actors: 'bot' } }, 'actors')).toBe('filters.actors');
    const unknown = await kit.query({
      queries: ['pipeline-runs'],
      dateRange: RANGE,
      filters: { team: ['x'] } as never,
    });
    expect(expectProblem(unknown, 400, 'invalid-input').errors?.[0]?.path).toBe('filters.team');
  });
});

describe('workloads', () => {
  test('left out and ["all"] are all that the caller may see; naming one twice counts it once', async () => {
    const [one, two, three] = [await kit.workload(), await kit.workload(), await kit.workload()];
    for (const workload of [one, two, three]) await kit.send(workload, 'runs', [run()]);
    const { token } = await kit().serviceToken({ workloads: [one, two] });
    for (const workloads of [undefined, ['all'] as ['all'], [one, two, one]]) {
      const result = await kit.ask({ queries: ['pipeline-runs'], dateRange: RANGE, workloads }, token);
      expect(byGroup(result.results[0]!)).toEqual({ [one]: 1, [two]: 1 });
    }
    const everything = await ask({ workloads: ['all'], groupBy: ['workload'] });
    expect(byGroup(everything.results[0]!)).toMatchObject({ [one]: 1, [two]: 1, [three]: 1 });
  });

  test('404: an unknown one, named', async () => {
    const workload = await kit.workload();
    const answer = await kit.query({
      queries: ['pipeline-runs'],
      dateRange: RANGE,
      workloads: [workload, 'ghost'],
    });
    expect(expectProblem(answer, 404, 'workload-not-found').detail).toContain('ghost');
  });

  test('403: one outside of the token, the same whether there is such a one or not', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    const { token } = await kit().serviceToken({ workloads: [mine] });
    for (const outside of [other, 'ghost']) {
      const body = { queries: ['pipeline-runs'], dateRange: RANGE, workloads: [mine, outside] };
      const problem = expectProblem(await kit.query(body, { token }), 403, 'workload-forbidden');
      expect(problem.detail).toContain(outside);
    }
  });
});

describe('compareTo previous-period', () => {
  test('adds the value of as many days just before, and the change', async () => {
    const workload = await kit.workload();
    // The three days before 2 March are 27 and 28 February and 1 March.
    await kit.send(workload, 'runs', [
      run({ finishedAt: '2026-02-26T23:59:59.999Z', conclusion: 'failure' }),
      run({ finishedAt: '2026-02-27T00:00:00.000Z' }),
      run({ finishedAt: '2026-03-01T23:59:59.999Z', conclusion: 'failure', repository: 'acme/gone' }),
      run({ finishedAt: '2026-03-02T00:00:00.000Z' }),
      run(),
      run({ conclusion: 'failure', repository: 'acme/new' }),
    ]);
    const compareTo = 'previous-period';
    const summary = async (query: string, over = {}) =>
      only(await ask({ queries: [query], workloads: [workload], compareTo, ...over })).summary;
    expect(await summary('pipeline-runs')).toMatchObject({ value: 3, previous: 2, change: 1 });
    const ratio = await summary('pipeline-success');
    expect(ratio.previous).toBe(50);
    expect(ratio.change).toBeCloseTo(200 / 3 - 50);
    // A group that wasn't there before had no runs then, and no rate.
    const filters = { repositories: ['acme/new'] };
    const groupBy = ['repository'];
    expect(await summary('pipeline-runs', { filters, groupBy })).toMatchObject({
      value: 1,
      previous: 0,
      change: 1,
    });
    expect(await summary('pipeline-success', { filters, groupBy })).toMatchObject({
      value: 0,
      previous: null,
      change: null,
    });
    expect(await summary('pipeline-runs', { compareTo: undefined })).toMatchObject({
      previous: null,
      change: null,
    });
  });

  test('of a state is the state at the end of the period before', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-01T23:59:59.999Z', commit: 'aaaaaaa' }, 1, 4);
    await kit.report({ workload, takenAt: '2026-03-03T10:00:00Z', commit: 'bbbbbbb' }, 3, 4);
    const over = { queries: ['code-coverage'], workloads: [workload], compareTo: 'previous-period' };
    expect(only(await ask(over)).summary).toMatchObject({ value: 75, previous: 25, change: 50 });
  });

  test('of a median may fall', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [
      anIncident({ openedAt: '2026-03-01T10:00:00Z', resolvedAt: '2026-03-01T12:00:00Z' }),
      anIncident({ openedAt: '2026-03-02T10:00:00Z', resolvedAt: '2026-03-02T10:30:00Z' }),
    ]);
    const over = {
      queries: ['time-to-restore-service'],
      workloads: [workload],
      compareTo: 'previous-period',
    };
    expect(only(await ask(over)).summary).toMatchObject({ value: 1800, previous: 7200, change: -5400 });
  });
});
