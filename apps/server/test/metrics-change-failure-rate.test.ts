import { describe, expect, test } from 'vitest';
import { aDeployment, anIncident } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const deploy = (externalId: string, finishedAt: string, over: Parameters<typeof aDeployment>[0] = {}) =>
  aDeployment({ externalId, finishedAt, ...over });
const incident = (openedAt: string, over: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({ openedAt, resolvedAt: null, ...over });
const rate = (workload: string, over = {}) =>
  kit.ask({ queries: ['change-failure-rate'], workloads: [workload], dateRange: RANGE, ...over });

describe('change-failure-rate', () => {
  test('is null, never 0, where nothing was deployed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [incident('2026-03-02T10:00:00Z')]);
    const series = only(await rate(workload));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(series.points.every((point) => point.count === 0)).toBe(true);
    expect(series.summary.value).toBeNull();
  });

  test('blames the last deployment before the incident opened, in the bucket of that deployment’s finish', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-02T10:00:00Z'),
      deploy('b', '2026-03-02T11:00:00Z'),
      deploy('c', '2026-03-03T10:00:00Z'),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-03T09:00:00Z')]);
    const series = only(await rate(workload));
    // 2 March: b of a and b failed. 3 March: c did not. Over all: 1 of 3, not the mean of 50 and 0.
    expect(values(series)).toEqual([
      ['2026-03-02', 50],
      ['2026-03-03', 0],
      ['2026-03-04', null],
    ]);
    expect(series.points.map((point) => point.count)).toEqual([2, 1, 0]);
    expect(series.summary).toMatchObject({ value: expect.closeTo(100 / 3), count: 3 });
  });

  test('a named cause goes before the last deployment, even one from before the range or after the opening', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('old', '2026-02-20T10:00:00Z'),
      deploy('a', '2026-03-02T10:00:00Z'),
      deploy('b', '2026-03-03T10:00:00Z'),
      deploy('c', '2026-03-04T10:00:00Z'),
    ]);
    await kit.send(workload, 'incidents', [
      incident('2026-03-03T12:00:00Z', { causedByDeployment: 'a' }),
      incident('2026-03-03T13:00:00Z', { causedByDeployment: 'old' }),
      incident('2026-03-03T14:00:00Z', { causedByDeployment: 'c' }),
    ]);
    expect(values(only(await rate(workload))).map(([, value]) => value)).toEqual([100, 0, 100]);
  });

  test('a named cause that is unknown blames nobody, until that deployment is sent', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [deploy('a', '2026-03-02T10:00:00Z')]);
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T11:00:00Z', { causedByDeployment: 'ghost' }),
    ]);
    expect(only(await rate(workload)).summary).toMatchObject({ value: 0, count: 1 });
    await kit.send(workload, 'deployments', [deploy('ghost', '2026-03-03T10:00:00Z')]);
    expect(values(only(await rate(workload))).map(([, value]) => value)).toEqual([0, 100, null]);
  });

  test('a named cause is looked for in the incident’s own source first', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('42', '2026-03-02T10:00:00Z', { source: 'pager' }),
      deploy('42', '2026-03-03T10:00:00Z'),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-03T12:00:00Z', { causedByDeployment: '42' })]);
    expect(values(only(await rate(workload))).map(([, value]) => value)).toEqual([100, 0, null]);
  });

  test('a deployment that finishes in the instant of the opening did not finish before it', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-02T10:00:00.000Z'),
      deploy('b', '2026-03-03T10:00:00.000Z'),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-03T10:00:00.000Z')]);
    expect(values(only(await rate(workload))).map(([, value]) => value)).toEqual([100, 0, null]);
  });

  test('of two that finish in the same instant, one is blamed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-02T10:00:00Z'),
      deploy('b', '2026-03-02T10:00:00Z'),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-02T10:00:00.001Z')]);
    expect(only(await rate(workload)).summary).toMatchObject({ value: 50, count: 2 });
  });

  test('two incidents of one deployment are one failure; an incident sent twice is one', async () => {
    const workload = await kit.workload();
    const first = incident('2026-03-02T11:00:00Z');
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-02T10:00:00Z'),
      deploy('b', '2026-03-02T09:00:00Z'),
    ]);
    await kit.send(workload, 'incidents', [first, incident('2026-03-02T12:00:00Z')]);
    expect(await kit.send(workload, 'incidents', [first])).toMatchObject({ unchanged: 1 });
    const point = pointOf(only(await rate(workload, { explain: true })), '2026-03-02');
    expect(point).toMatchObject({ value: 50, count: 2 });
    expect(point.explain?.rows).toEqual(['test-ci/a', 'test-ci/b']);
  });

  test('a deployment of several repositories counts once, and finishes with its last', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('first', '2026-03-02T08:00:00Z'),
      deploy('whole', '2026-03-02T10:00:00Z', { repository: 'acme/shop-api' }),
      deploy('whole', '2026-03-02T11:00:00Z', { repository: 'acme/shop-web' }),
    ]);
    // While `whole` was still under way: `first` is the last that had finished.
    await kit.send(workload, 'incidents', [incident('2026-03-02T10:30:00Z')]);
    const apart = { groupBy: ['repository'] };
    expect(only(await rate(workload)).summary).toMatchObject({ value: 50, count: 2 });
    expect(byGroup((await rate(workload, apart)).results[0]!)).toEqual({
      'acme/shop-api': 50,
      'acme/shop-web': 0,
    });
    // Once it had: it is blamed, in each of its repositories.
    await kit.send(workload, 'incidents', [incident('2026-03-02T11:30:00Z')]);
    expect(only(await rate(workload)).summary).toMatchObject({ value: 100, count: 2 });
    expect(byGroup((await rate(workload, apart)).results[0]!)).toEqual({
      'acme/shop-api': 100,
      'acme/shop-web': 100,
    });
  });

  test('failed, cancelled and other deployments count on neither side and are not blamed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('good', '2026-03-02T09:00:00Z'),
      deploy('bad', '2026-03-02T10:00:00Z', { status: 'failure' }),
      deploy('off', '2026-03-02T10:10:00Z', { status: 'cancelled' }),
      deploy('test', '2026-03-02T10:20:00Z', { environment: 'staging' }),
    ]);
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T11:00:00Z'),
      incident('2026-03-02T12:00:00Z', { causedByDeployment: 'bad' }),
    ]);
    expect(only(await rate(workload)).summary).toMatchObject({ value: 100, count: 1 });
  });

  test('counts the first and the last instant of a bucket', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-03T00:00:00.000Z'),
      deploy('b', '2026-03-03T23:59:59.999Z'),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-04T00:00:00Z')]);
    expect(values(only(await rate(workload))).map(([, value]) => value)).toEqual([null, 50, null]);
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: '*-web' }] }],
    });
    await kit.send(workload, 'deployments', [
      deploy('a', '2026-03-02T10:00:00Z', { environment: 'prod-eu' }),
      deploy('b', '2026-03-02T11:00:00Z', { repository: 'acme/shop-web', environment: 'prod-us' }),
    ]);
    await kit.send(workload, 'incidents', [incident('2026-03-02T12:00:00Z')]);
    const by = async (group: string, filters = {}) =>
      byGroup((await rate(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('workload')).toEqual({ [workload]: 50 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 0, 'acme/shop-web': 100 });
    expect(await by('repositoryGroup')).toEqual({ web: 100, null: 0 });
    expect(await by('environment')).toEqual({ 'prod-eu': 0, 'prod-us': 100 });
    expect(await by('tag:department')).toEqual({ sales: 50 });
    // A filter narrows what is shown, not what an incident can be blamed on.
    expect(await by('workload', { environments: ['prod-eu'] })).toEqual({ [workload]: 0 });
    expect(await by('workload', { repositoryGroups: ['web'] })).toEqual({ [workload]: 100 });
  });

  test('blames within a workload alone, and shows a limited token its own', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(mine, 'deployments', [deploy('a', '2026-03-02T10:00:00Z')]);
    await kit.send(other, 'deployments', [deploy('b', '2026-03-02T11:00:00Z')]);
    await kit.send(other, 'incidents', [incident('2026-03-02T12:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['change-failure-rate'], dateRange: RANGE }, token);
    expect(byGroup(result.results[0]!)).toEqual({ [mine]: 0 });
  });
});
