import { describe, expect, test } from 'vitest';
import { aDeployment } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-04' };
const at = (finishedAt: string, over: Parameters<typeof aDeployment>[0] = {}) =>
  aDeployment({ finishedAt, ...over });
const frequency = (workload: string, over = {}) =>
  kit.ask({ queries: ['deployment-frequency'], workloads: [workload], dateRange: RANGE, ...over });

describe('deployment-frequency', () => {
  test('is zero, in every bucket, where nothing was deployed', async () => {
    const series = only(await frequency(await kit.workload()));
    expect(values(series)).toEqual([
      ['2026-03-01', 0],
      ['2026-03-02', 0],
      ['2026-03-03', 0],
      ['2026-03-04', 0],
    ]);
    expect(series.summary.value).toBe(0);
  });

  test('counts a deployment in the bucket of its finish, first and last instant included', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      at('2026-02-28T23:59:59.999Z'), // before the range
      at('2026-03-01T00:00:00.000Z'),
      at('2026-03-02T23:59:59.999Z', { startedAt: '2026-03-01T10:00:00Z' }), // begun the day before
      at('2026-03-04T23:59:59.999Z'),
      at('2026-03-05T00:00:00.000Z'), // after the range
    ]);
    const series = only(await frequency(workload));
    expect(values(series).map(([, value]) => value)).toEqual([1, 1, 0, 1]);
    expect(series.summary.value).toBe(3);
  });

  test('counts two that finish in the same instant, and one that is sent twice once', async () => {
    const workload = await kit.workload();
    const twice = at('2026-03-02T10:00:00Z');
    await kit.send(workload, 'deployments', [twice, at('2026-03-02T10:00:00Z')]);
    expect(await kit.send(workload, 'deployments', [twice])).toMatchObject({ unchanged: 1 });
    expect(only(await frequency(workload)).summary.value).toBe(2);
  });

  test('counts one deployment of several repositories and commits once, at the finish of the last', async () => {
    const workload = await kit.workload();
    const whole = { externalId: 'release-7' };
    await kit.send(workload, 'deployments', [
      at('2026-03-01T23:50:00Z', { ...whole, repository: 'acme/shop-api' }),
      at('2026-03-02T00:10:00Z', { ...whole, repository: 'acme/shop-web' }),
      at('2026-03-01T23:55:00Z', { ...whole, repository: 'acme/shop-web', commit: 'abcdef1' }),
    ]);
    const pooled = await frequency(workload, { explain: true });
    expect(values(only(pooled)).map(([, value]) => value)).toEqual([0, 1, 0, 0]);
    expect(pointOf(only(pooled), '2026-03-02').explain?.rows).toEqual(['test-ci/release-7']);
    // It is a deployment of each of its repositories.
    const apart = await frequency(workload, { groupBy: ['repository'] });
    expect(byGroup(apart.results[0]!)).toEqual({ 'acme/shop-api': 1, 'acme/shop-web': 1 });
  });

  test('tells the same externalId of two sources apart', async () => {
    const workload = await kit.workload();
    const same = { externalId: '42' };
    await kit.send(workload, 'deployments', [
      at('2026-03-02T10:00:00Z', same),
      at('2026-03-02T10:00:00Z', { ...same, source: 'other-ci' }),
    ]);
    expect(only(await frequency(workload)).summary.value).toBe(2);
    expect(only(await frequency(workload, { filters: { sources: ['other-ci'] } })).summary.value).toBe(1);
  });

  test('leaves out what failed, was cancelled, still runs, or went elsewhere than production', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      at('2026-03-02T10:00:00Z', { status: 'failure' }),
      at('2026-03-02T10:00:00Z', { status: 'cancelled' }),
      aDeployment({ status: 'running', finishedAt: null }),
      at('2026-03-02T10:00:00Z', { environment: 'staging' }),
      at('2026-03-02T10:00:00Z', { production: false }),
      at('2026-03-02T10:00:00Z', { environment: 'blue', production: true }), // the only one
    ]);
    const result = await frequency(workload, { groupBy: ['environment'] });
    expect(byGroup(result.results[0]!)).toEqual({ blue: 1 });
  });

  test('counts one that ended after it was told to run, once', async () => {
    const workload = await kit.workload();
    const row = at('2026-03-02T10:00:00Z');
    await kit.send(workload, 'deployments', [{ ...row, status: 'running', finishedAt: null }]);
    expect(only(await frequency(workload)).summary.value).toBe(0);
    await kit.send(workload, 'deployments', [row]);
    expect(only(await frequency(workload)).summary.value).toBe(1);
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: 'acme/*-web' }] }],
    });
    await kit.send(workload, 'deployments', [
      at('2026-03-01T10:00:00Z', { repository: 'acme/shop-api', environment: 'prod-eu' }),
      at('2026-03-02T10:00:00Z', { repository: 'acme/shop-web', environment: 'prod-eu' }),
      at('2026-03-03T10:00:00Z', { repository: 'acme/shop-web', environment: 'prod-us' }),
    ]);
    const by = async (group: string, filters = {}) =>
      byGroup((await frequency(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('workload')).toEqual({ [workload]: 3 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 1, 'acme/shop-web': 2 });
    expect(await by('repositoryGroup')).toEqual({ web: 2, null: 1 });
    expect(await by('environment')).toEqual({ 'prod-eu': 2, 'prod-us': 1 });
    expect(await by('tag:department')).toEqual({ sales: 3 });
    expect(await by('workload', { repositories: ['acme/shop-web'] })).toEqual({ [workload]: 2 });
    expect(await by('workload', { environments: ['prod-eu', 'prod-us'] })).toEqual({ [workload]: 3 });
    expect(await by('environment', { repositoryGroups: ['web'] })).toEqual({ 'prod-eu': 1, 'prod-us': 1 });
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(mine, 'deployments', [at('2026-03-02T10:00:00Z')]);
    await kit.send(other, 'deployments', [at('2026-03-02T10:00:00Z'), at('2026-03-02T11:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['deployment-frequency'], dateRange: RANGE }, token);
    expect(byGroup(result.results[0]!)).toEqual({ [mine]: 1 });
  });
});
