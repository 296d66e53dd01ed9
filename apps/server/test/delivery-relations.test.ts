import { describe, expect, test } from 'vitest';
import { aChange, aCommit, aDeployment, anIncident } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, useMetricKit } from './metric-kit.ts';

// One small project whose relations change → deployment and incident → deployment are told by the answers alone, row
// by row: a commit’s or change’s branch names it, and a deployment’s day holds what belongs to it.

const kit = useMetricKit();
const HOUR = 3600;
const dateRange = { start: '2026-05-01', end: '2026-05-31' };
const sha = (name: string) => Buffer.from(name.padEnd(10)).toString('hex');
const [API, WEB] = ['acme/relations-api', 'acme/relations-web'];

const commit = (name: string, parents: string[], day: string, repository = API) =>
  aCommit({
    ...{ sha: sha(name), repository, branch: name, committedAt: `2026-05-${day}T09:00:00Z` },
    parents: parents.map(sha),
  });
const deploy = (externalId: string, name: string, day: string, over = {}) =>
  aDeployment({
    ...{ externalId, commit: sha(name), repository: API, finishedAt: `2026-05-${day}T12:00:00Z` },
    ...{ startedAt: null, ...over },
  });
const change = (externalId: string, mergeCommit: string, day: string, over = {}) =>
  aChange({
    ...{ externalId, repository: API, targetBranch: externalId, mergeCommit: sha(mergeCommit) },
    ...{ openedAt: `2026-05-${day}T08:00:00Z`, mergedAt: `2026-05-${day}T09:00:00Z`, ...over },
  });

/** base – old | fix1 – one | two (from staging first) – fix2 – three; the web has its own first deployment. */
const send = async (workload: string) => {
  await kit.send(workload, 'commits', [
    commit('m0', [], '02'),
    commit('base', ['m0'], '03'),
    commit('m1', ['base'], '05'),
    commit('m2', ['m1'], '06'),
    commit('one', ['m2'], '07'),
    commit('m3', ['one'], '08'),
    commit('two', ['m3'], '09'),
    commit('m4', ['two'], '12'),
    commit('m5', [], '04', WEB),
    commit('web', ['m5'], '05', WEB),
  ]);
  const deployments = [
    deploy('first', 'base', '04'),
    deploy('second', 'one', '08'),
    deploy('second', 'web', '08', { repository: WEB }),
    deploy('tried', 'two', '09', { environment: 'staging' }),
    deploy('broken', 'two', '10', { status: 'failure' }),
    deploy('third', 'two', '11'),
    deploy('again', 'two', '14'),
  ];
  await kit.send(workload, 'deployments', deployments);
  await kit.send(workload, 'deployments', deployments);
  await kit.send(workload, 'changes', [
    change('c0', 'm0', '02'),
    change('c1', 'm1', '05'),
    change('c2', 'm2', '06'),
    change('c3', 'm3', '08'),
    change('c4', 'm4', '12'),
    change('c5', 'm5', '04', { repository: WEB }),
    change('c6', 'm2', '06', { mergedAt: null }),
  ]);
};

describe('which deployment brought a change, and which one caused an incident', () => {
  test('each change to the first that contains it: not to a first known, a failed, a staging or a repeated one', async () => {
    const workload = await kit.workload();
    await send(workload);
    const ask = async (query: string, groupBy: string, over: QueryBody = {}) =>
      byGroup(
        (await kit.ask({ queries: [query], workloads: [workload], dateRange, groupBy: [groupBy], ...over }))
          .results[0]!,
      );
    // Merged at 9 o’clock, deployed at noon so many days later: c1 and c2 on the 8th, c3 on the 11th.
    expect(await ask('pr-deploy-time', 'branch')).toEqual({
      ...{ c0: null, c1: 75 * HOUR, c2: 51 * HOUR, c3: 75 * HOUR, c4: null, c5: null },
    });
    expect(await ask('lead-time-for-changes', 'branch')).toEqual({
      ...{ m1: 75 * HOUR, m2: 51 * HOUR, one: 27 * HOUR, m3: 75 * HOUR, two: 51 * HOUR },
    });
    // From the opening at 8 o’clock; what isn’t deployed ends with its merge.
    expect(await ask('pr-cycle-time', 'branch')).toEqual({
      ...{ c0: HOUR, c1: 76 * HOUR, c2: 52 * HOUR, c3: 76 * HOUR, c4: HOUR, c5: HOUR },
    });
  });

  test('each incident to the last whole deployment before it, once', async () => {
    const workload = await kit.workload();
    await send(workload);
    const incident = (externalId: string, openedAt: string) =>
      anIncident({ externalId, openedAt, resolvedAt: '2026-05-20T12:00:00Z' });
    await kit.send(workload, 'incidents', [
      incident('before-all', '2026-05-04T11:59:59Z'),
      incident('i1', '2026-05-04T12:00:01Z'),
      incident('i2', '2026-05-08T12:00:00Z'),
      incident('i3', '2026-05-10T13:00:00Z'),
      incident('i4', '2026-05-11T13:00:00Z'),
      incident('i5', '2026-05-19T00:00:00Z'),
    ]);
    const rowsByDay = async (query: string) =>
      Object.fromEntries(
        only(
          await kit.ask({
            ...{ queries: [query], workloads: [workload], dateRange, interval: 'day', explain: true },
          }),
        )
          .points.filter((point) => point.explain!.rows.length > 0)
          .map((point) => [point.date, point.explain!.rows] as const),
      );
    expect(await rowsByDay('deployment-frequency')).toEqual({
      '2026-05-04': ['test-ci/first'],
      '2026-05-08': ['test-ci/second'],
      '2026-05-11': ['test-ci/third'],
      '2026-05-14': ['test-ci/again'],
    });
    expect(await rowsByDay('failed-deployment-recovery-time')).toEqual({
      '2026-05-04': ['pager/i1', 'pager/i2'],
      '2026-05-08': ['pager/i3'],
      '2026-05-11': ['pager/i4'],
      '2026-05-14': ['pager/i5'],
    });
  });
});
