import { describe, expect, test } from 'vitest';
import { aChange, aCommit, aDeployment } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const HOUR = 3600;
const [BASE, TIP, OTHER, MERGE] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({
    ...{ queries: [query], workloads: [workload], interval: 'total', explain: true },
    dateRange: { start: '2026-03-01', end: '2026-03-31' },
    ...over,
  });
const total = async (workload: string, query: string, over: QueryBody = {}) =>
  pointOf(only(await ask(workload, query, over)), '2026-03-01');

describe('the way of a pull request, at its edges', () => {
  test('a true merge of which only the merge commit is told is deployed with the tip that it took in', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      aCommit({ sha: BASE, committedAt: '2026-03-01T08:00:00Z', parents: [] }),
      aCommit({ sha: TIP, committedAt: '2026-03-02T08:00:00Z', parents: [BASE], branch: 'topic' }),
      aCommit({ sha: OTHER, committedAt: '2026-03-02T09:00:00Z', parents: [BASE] }),
      aCommit({ sha: MERGE, committedAt: '2026-03-02T10:00:00Z', parents: [OTHER, TIP] }),
    ]);
    const deploy = (commit: string, finishedAt: string) => aDeployment({ commit, finishedAt });
    await kit.send(workload, 'deployments', [
      deploy(BASE, '2026-03-01T12:00:00Z'),
      deploy(OTHER, '2026-03-02T12:00:00Z'),
      deploy(MERGE, '2026-03-02T15:00:00Z'),
    ]);
    await kit.send(workload, 'changes', [
      aChange({ externalId: '7', mergedAt: '2026-03-02T10:00:00Z', mergeCommit: MERGE }),
    ]);
    expect(await total(workload, 'pr-deploy-time')).toMatchObject({
      ...{ value: 5 * HOUR, count: 1, explain: { rows: ['github/7'] } },
    });
  });

  test('the cycle begins at the opening where the first commit is later, and ends with the merge where that is', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      aCommit({ sha: BASE, committedAt: '2026-03-01T08:00:00Z', parents: [] }),
      aCommit({ sha: TIP, committedAt: '2026-03-02T11:00:00Z', parents: [BASE] }),
    ]);
    await kit.send(workload, 'deployments', [
      aDeployment({ commit: BASE, finishedAt: '2026-03-01T12:00:00Z' }),
      aDeployment({ commit: TIP, finishedAt: '2026-03-02T12:00:00Z' }),
    ]);
    // Opened with nothing in it at 10, committed at 11, deployed from its branch at 12, merged at 13.
    await kit.send(workload, 'changes', [
      aChange({ openedAt: '2026-03-02T10:00:00Z', mergedAt: '2026-03-02T13:00:00Z', commits: [TIP] }),
    ]);
    expect(await total(workload, 'pr-cycle-time')).toMatchObject({ value: 3 * HOUR, excluded: 0 });
    for (const query of ['pr-coding-time', 'pr-deploy-time'])
      expect(await total(workload, query)).toMatchObject({
        ...{ value: null, explain: { excluded: { 'negative-duration': 1 } } },
      });
  });

  test('reviews before the opening or as a draft are none; a sent first review stands where no review is told', async () => {
    const workload = await kit.workload();
    const reviewed = (submittedAt: string) => [
      { externalId: 'r', submittedAt, reviewer: { name: 'kim' }, state: 'dismissed' as const },
    ];
    const times = { openedAt: '2026-03-02T10:00:00Z', mergedAt: '2026-03-02T16:00:00Z' };
    await kit.send(workload, 'changes', [
      aChange({ ...times, targetBranch: 'early', reviews: reviewed('2026-03-02T09:59:59.999Z') }),
      aChange({ ...times, targetBranch: 'at-once', reviews: reviewed('2026-03-02T10:00:00Z') }),
      aChange({ ...times, targetBranch: 'sent', firstReviewAt: '2026-03-02T12:00:00Z' }),
      aChange({ ...times, targetBranch: 'unknown', author: null, reviews: reviewed('2026-03-02T11:00:00Z') }),
    ]);
    const answer = await ask(workload, 'pr-pickup-time', { groupBy: ['branch'] });
    expect(byGroup(answer.results[0]!)).toEqual({
      ...{ early: null, 'at-once': 0, sent: 2 * HOUR, unknown: HOUR },
    });
  });

  test('hours pass as they do when the clocks go forward, and days are those of the zone; ties count each', async () => {
    const workload = await kit.workload();
    // 29 March has 23 hours in Berlin: from 28 March 23:30 to 30 March 00:00 it is 23.5 hours.
    const merged = { openedAt: '2026-03-28T22:30:00Z', mergedAt: '2026-03-29T22:00:00Z' };
    await kit.send(workload, 'changes', [
      aChange({ ...merged, mergedAt: '2026-03-29T21:59:59.999Z', openedAt: '2026-03-29T21:00:00Z' }),
      aChange(merged),
      aChange(merged),
    ]);
    const over = {
      ...({ interval: 'day', timezone: 'Europe/Berlin' } as const),
      dateRange: { start: '2026-03-28', end: '2026-03-30' },
    };
    const series = only(await ask(workload, 'pr-open-time', over));
    expect(values(series).map(([, value]) => value)).toEqual([null, 3599.999, 23.5 * HOUR]);
    expect(series.points.map((point) => point.count)).toEqual([0, 1, 2]);
  });
});
