import { describe, expect, test } from 'vitest';
import { aDeployment, anIncident } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const deployment = (externalId: string, finishedAt: string, over = {}) =>
  aDeployment({ externalId, finishedAt, startedAt: null, ...over });
const incident = (openedAt: string, resolvedAt: string | null, over = {}) =>
  anIncident({ openedAt, resolvedAt, ...over });
const series = async (workload: string, over: QueryBody = {}) =>
  only(
    await kit.ask({
      queries: ['failed-deployment-recovery-time'],
      workloads: [workload],
      dateRange: RANGE,
      ...over,
    }),
  );

describe('failed-deployment-recovery-time', () => {
  test('resolved − the causing deployment’s finish, in the bucket of the deployment, a median of two', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deployment('a', '2026-03-01T23:59:59.000Z'),
      deployment('b', '2026-03-02T00:00:00.000Z'),
    ]);
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T00:00:00.000Z', '2026-03-02T00:10:00Z', { causedByDeployment: 'a' }),
      incident('2026-03-02T05:00:00Z', '2026-03-02T06:00:00Z'),
      incident('2026-03-02T07:00:00Z', '2026-03-02T10:00:00Z'),
    ]);
    const answer = await series(workload);
    expect(values(answer)).toEqual([
      ['2026-03-01', 601],
      ['2026-03-02', 8 * 3600],
      ['2026-03-03', null],
    ]);
    expect(pointOf(answer, '2026-03-02')).toMatchObject({ count: 2, excluded: 0 });
    expect(answer.summary.band).toEqual({ name: 'high', year: 2023 });
  });

  test('unresolved, and resolved before the finish, are excluded, and said why', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [deployment('a', '2026-03-02T12:00:00Z')]);
    await kit.send(workload, 'incidents', [
      incident('2026-03-02T13:00:00Z', null),
      incident('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z', { causedByDeployment: 'a' }),
      incident('2026-03-02T13:00:00Z', '2026-03-02T14:00:00Z', { externalId: 'good' }),
    ]);
    expect(pointOf(await series(workload, { explain: true }), '2026-03-02')).toMatchObject({
      ...{ value: 7200, count: 1, excluded: 2 },
      explain: { rows: ['pager/good'], excluded: { unresolved: 1, 'negative-duration': 1 } },
    });
  });

  test('an incident of a deployment of two repositories counts once, and in each where one groups by them', async () => {
    const workload = await kit.workload();
    const finishedAt = '2026-03-02T10:00:00Z';
    await kit.send(workload, 'deployments', [
      deployment('x', finishedAt, { repository: 'acme/one' }),
      deployment('x', finishedAt, { repository: 'acme/two' }),
      deployment('y', '2026-03-02T11:00:00Z', { repository: 'acme/one' }),
    ]);
    const incidents = [
      incident('2026-03-02T10:30:00Z', '2026-03-02T11:00:00Z'),
      incident('2026-03-02T11:30:00Z', '2026-03-02T14:00:00Z'),
    ];
    await kit.send(workload, 'incidents', incidents);
    await kit.send(workload, 'incidents', incidents);
    expect(pointOf(await series(workload), '2026-03-02')).toMatchObject({ value: 7200, count: 2 });
    const grouped = await kit.ask({
      queries: ['failed-deployment-recovery-time'],
      workloads: [workload],
      dateRange: RANGE,
      groupBy: ['repository'],
    });
    expect(byGroup(grouped.results[0]!)).toEqual({ 'acme/one': 7200, 'acme/two': 3600 });
  });

  test('days are those of the zone', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [deployment('a', '2026-03-01T23:30:00Z')]);
    await kit.send(workload, 'incidents', [incident('2026-03-02T00:00:00Z', '2026-03-02T00:30:00Z')]);
    expect(values(await series(workload, { timezone: 'Europe/Berlin' }))[1]).toEqual(['2026-03-02', 3600]);
  });
});
