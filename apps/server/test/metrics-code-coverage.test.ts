import { describe, expect, test } from 'vitest';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

// 3 March is today, so that 4 and 5 March are still to come.
const kit = useMetricKit(() => new Date('2026-03-03T12:00:00.000Z'));
const RANGE = { start: '2026-03-01', end: '2026-03-05' };
const coverage = (workload: string, over = {}) =>
  kit.ask({ queries: ['code-coverage'], workloads: [workload], dateRange: RANGE, explain: true, ...over });
const figures = async (workload: string, over = {}) =>
  values(only(await coverage(workload, over))).map(([, value]) => value);

describe('code-coverage', () => {
  test('is null where no report was sent', async () => {
    const series = only(await coverage(await kit.workload()));
    expect(series.points.map((point) => [point.value, point.count])).toEqual(Array(5).fill([null, 0]));
    expect(series.summary.value).toBeNull();
  });

  test('is null before the first report, carried forward after it, and null again in the future', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z' }, 3, 4);
    const series = only(await coverage(workload));
    expect(series.points.map((point) => [point.date, point.value, point.count, point.partial])).toEqual([
      ['2026-03-01', null, 0, undefined],
      ['2026-03-02', 75, 4, undefined],
      ['2026-03-03', 75, 4, true],
      ['2026-03-04', null, 0, undefined],
      ['2026-03-05', null, 0, undefined],
    ]);
    expect(series.summary).toMatchObject({ value: 75, count: 4 });
    expect(pointOf(series, '2026-03-03').explain?.rows).toEqual(pointOf(series, '2026-03-02').explain?.rows);
  });

  test('a report from before the range stands at its beginning', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2025-06-01T10:00:00Z', commit: 'aaaaaaa' }, 1, 10);
    await kit.report({ workload, takenAt: '2026-02-28T23:59:59.999Z', commit: 'bbbbbbb' }, 1, 4);
    expect(await figures(workload)).toEqual([25, 25, 25, null, null]);
  });

  test('a report of a bucket’s last instant is in it, one of the next instant is not', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-01T23:59:59.999Z', commit: 'aaaaaaa' }, 1, 4);
    await kit.report({ workload, takenAt: '2026-03-02T00:00:00.000Z', commit: 'bbbbbbb' }, 2, 4);
    await kit.report({ workload, takenAt: '2026-03-03T00:00:00.000Z', commit: 'ccccccc' }, 3, 4);
    expect(await figures(workload)).toEqual([25, 50, 75, null, null]);
  });

  test('of several reports in a bucket the newest stands; of two of one instant, one does', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-02T12:00:00Z', commit: 'bbbbbbb' }, 2, 4);
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z', commit: 'aaaaaaa' }, 1, 4); // sent later, taken earlier
    expect(await figures(workload)).toEqual([null, 50, 50, null, null]);
    await kit.report({ workload, takenAt: '2026-03-03T10:00:00Z', commit: 'ccccccc' }, 1, 4);
    await kit.report({ workload, takenAt: '2026-03-03T10:00:00Z', commit: 'ddddddd' }, 1, 4);
    expect(pointOf(only(await coverage(workload)), '2026-03-03')).toMatchObject({ value: 25, count: 4 });
  });

  test('is pooled over the repositories, never averaged from their percentages', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-01T10:00:00Z', repository: 'acme/large' }, 80, 90);
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z', repository: 'acme/small' }, 1, 10);
    // 80 of 90, then (80 + 1) of (90 + 10) = 81 %; the mean of 88.9 and 10 would be 49.4.
    const series = only(await coverage(workload));
    expect(pointOf(series, '2026-03-01').value).toBeCloseTo(800 / 9);
    expect(pointOf(series, '2026-03-02')).toMatchObject({ value: 81, count: 100 });
    expect(pointOf(series, '2026-03-02').explain?.rows).toHaveLength(2);
    const apart = await coverage(workload, { groupBy: ['repository'] });
    expect(byGroup(apart.results[0]!)).toEqual({ 'acme/large': expect.closeTo(800 / 9), 'acme/small': 10 });
  });

  test('is read from main or master, from no other branch unless asked; no branch counts as the default', async () => {
    const workload = await kit.workload();
    const report = (repository: string, branch: string | undefined, covered: number) =>
      kit.report(
        {
          workload,
          takenAt: '2026-03-02T10:00:00Z',
          repository,
          ...(branch === undefined ? {} : { branch }),
        },
        covered,
        10,
      );
    await report('acme/a', 'main', 1);
    await report('acme/b', 'master', 2);
    await report('acme/c', undefined, 3);
    await report('acme/d', 'feature', 9);
    const apart = async (filters = {}) =>
      byGroup((await coverage(workload, { groupBy: ['repository'], filters })).results[0]!);
    expect(await apart()).toEqual({ 'acme/a': 10, 'acme/b': 20, 'acme/c': 30 });
    expect(await apart({ branches: ['feature'] })).toEqual({ 'acme/d': 90 });
    expect(await apart({ branches: ['feature', 'main'] })).toEqual({ 'acme/a': 10, 'acme/d': 90 });
  });

  test('is read from the default branch that the workload names, exact names before patterns', async () => {
    const workload = await kit.workload({
      repositoryGroups: [
        { name: 'all', repositories: [{ name: 'acme/*', defaultBranch: 'trunk' }] },
        {
          name: 'old',
          repositories: [{ name: 'acme/old', defaultBranch: 'develop' }, { name: 'other/plain' }],
        },
      ],
    });
    for (const repository of ['acme/new', 'acme/old', 'other/plain'])
      for (const [branch, covered] of [
        ['main', 1],
        ['trunk', 2],
        ['develop', 3],
      ] as const)
        await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z', repository, branch }, covered, 10);
    await kit.report({ workload, takenAt: '2026-03-02T11:00:00Z', repository: 'acme/new' }, 5, 10);
    const apart = async (groupBy: string[], filters = {}) =>
      byGroup((await coverage(workload, { groupBy, filters })).results[0]!);
    expect(await apart(['repository'])).toEqual({ 'acme/new': 50, 'acme/old': 30, 'other/plain': 10 });
    // A report without a branch is one of the default branch here, too.
    expect(await apart(['repository'], { branches: ['trunk'] })).toEqual({
      'acme/new': 50,
      'acme/old': 20,
      'other/plain': 20,
    });
    expect(await apart(['branch'], { repositories: ['acme/new'] })).toEqual({
      main: 10,
      trunk: 50,
      develop: 30,
    });
  });

  test('reports of several names add up, each standing with its newest', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-01T10:00:00Z', name: 'unit' }, 6, 10);
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z', name: 'e2e' }, 1, 10);
    await kit.report({ workload, takenAt: '2026-03-03T10:00:00Z', name: 'unit', commit: 'bbbbbbb' }, 8, 10);
    // 6 of 10; (6 + 1) of 20; (8 + 1) of 20
    expect(await figures(workload)).toEqual([60, 35, 45, null, null]);
  });

  test('a report sent again changes nothing, and one that replaces it takes its place', async () => {
    const workload = await kit.workload();
    const place = { workload, takenAt: '2026-03-02T10:00:00Z' };
    await kit.report(place, 1, 4);
    expect((await kit.report(place, 1, 4)).body).toMatchObject({ unchanged: 1 });
    expect((await kit.report(place, 3, 4)).body).toMatchObject({ updated: 1 });
    expect(pointOf(only(await coverage(workload)), '2026-03-02')).toMatchObject({ value: 75, count: 4 });
  });

  test('a report of no coverable lines has no percentage', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z' }, 0, 0);
    expect(await figures(workload)).toEqual([null, null, null, null, null]);
  });

  test('without carrying forward, a bucket has a value only where it has a report of its own', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-02-20T10:00:00Z', repository: 'acme/a' }, 1, 4);
    await kit.report({ workload, takenAt: '2026-03-02T10:00:00Z', repository: 'acme/b' }, 3, 4);
    expect(await figures(workload, { fill: 'null' })).toEqual([null, 50, null, null, null]);
    expect(await figures(workload, { fill: 'zero' })).toEqual([0, 50, 0, 0, 0]);
    expect(only(await coverage(workload, { fill: 'null' })).summary.value).toBe(50);
  });

  test('groups by workload, group and tag, and shows a limited token its own workloads alone', async () => {
    const mine = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: 'acme/*-web' }] }],
    });
    const other = await kit.workload({ tags: { department: 'sales' } });
    const takenAt = '2026-03-02T10:00:00Z';
    await kit.report({ workload: mine, takenAt, repository: 'acme/shop-web' }, 1, 4);
    await kit.report({ workload: mine, takenAt, repository: 'acme/shop-api' }, 3, 4);
    await kit.report({ workload: other, takenAt }, 0, 12);
    const by = async (groupBy: string[], over = {}) =>
      byGroup((await coverage(mine, { groupBy, ...over })).results[0]!);
    expect(await by(['workload'], { workloads: [mine, other] })).toEqual({ [mine]: 50, [other]: 0 });
    expect(await by(['repositoryGroup'])).toEqual({ web: 25, null: 75 });
    // (1 + 3 + 0) of (4 + 4 + 12)
    expect(await by(['tag:department'], { workloads: [mine, other] })).toEqual({ sales: 20 });
    expect(await by([], { filters: { repositoryGroups: ['web'] } })).toEqual({ '': 25 });
    expect(await by([], { filters: { repositories: ['acme/shop-api'] } })).toEqual({ '': 75 });
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['code-coverage'], dateRange: RANGE, groupBy: [] }, token);
    expect(only(result).summary).toMatchObject({ value: 50, count: 8 });
  });
});
