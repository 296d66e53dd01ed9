import { describe, expect, test } from 'vitest';
import { aCommit, aDeployment } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const deployment = (finishedAt: string, over = {}) => aDeployment({ finishedAt, startedAt: null, ...over });
const series = async (workload: string, over: QueryBody = {}) =>
  only(await kit.ask({ queries: ['rework-rate'], workloads: [workload], dateRange: RANGE, ...over }));
const [A, B, C] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];

describe('rework-rate', () => {
  test('unplanned, rolling back or fixing an incident ÷ all successful ones to production', async () => {
    const workload = await kit.workload();
    const rows = [
      deployment('2026-03-02T00:00:00.000Z', { unplanned: true, externalId: 'u' }),
      deployment('2026-03-02T10:00:00Z', { rollsBack: 'd-1', externalId: 'r' }),
      deployment('2026-03-02T11:00:00Z', { fixesIncident: 'i-1', externalId: 'f' }),
      deployment('2026-03-02T23:59:59.999Z', {}),
      deployment('2026-03-02T12:00:00Z', { unplanned: true, status: 'failure' }),
      deployment('2026-03-02T12:00:00Z', { unplanned: true, environment: 'staging' }),
      deployment('2026-03-03T00:00:00.000Z', { rollsBack: 'd-2', unplanned: false }),
    ];
    await kit.send(workload, 'deployments', rows);
    await kit.send(workload, 'deployments', rows);
    const answer = await series(workload);
    expect(values(answer)).toEqual([
      ['2026-03-01', null],
      ['2026-03-02', 75],
      ['2026-03-03', 0],
    ]);
    expect(pointOf(answer, '2026-03-02').count).toBe(4);
  });

  test('a commit that was there before, with another one in between, is a rollback; a repeated deployment is none', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      deployment('2026-03-01T10:00:00Z', { commit: A }),
      deployment('2026-03-01T11:00:00Z', { commit: A }),
      deployment('2026-03-02T10:00:00Z', { commit: B }),
      deployment('2026-03-03T10:00:00Z', { commit: A }),
      // Neither another repository nor another environment rolls this one back.
      deployment('2026-03-03T11:00:00Z', { commit: B, repository: 'acme/other' }),
      deployment('2026-03-03T12:00:00Z', { commit: B, environment: 'production-eu' }),
    ]);
    const answer = await series(workload);
    expect(values(answer).map(([, value]) => value)).toEqual([0, 0, 100 / 3]);
  });

  test('a revert of what an earlier deployment brought is one; of what it brought itself, none', async () => {
    const workload = await kit.workload();
    const at = (sha: string, committedAt: string, message: string, parents: string[]) =>
      aCommit({ sha, committedAt, message, parents });
    const D = 'd'.repeat(40);
    await kit.send(workload, 'commits', [
      at(A, '2026-02-27T08:00:00Z', 'feat: base', []),
      at(B, '2026-02-28T08:00:00Z', 'feat: broken', [A]),
      at(C, '2026-03-02T08:00:00Z', `Revert "feat: broken"\n\nThis reverts commit ${B.slice(0, 12)}.`, [B]),
      at(D, '2026-03-03T07:00:00Z', 'feat: another', [C]),
      at('e'.repeat(40), '2026-03-03T08:00:00Z', `Revert\n\nThis reverts commit ${D}.`, [D]),
    ]);
    await kit.send(workload, 'deployments', [
      deployment('2026-02-27T12:00:00Z', { commit: A }),
      deployment('2026-03-01T12:00:00Z', { commit: B }),
      deployment('2026-03-02T12:00:00Z', { commit: C }),
      deployment('2026-03-03T12:00:00Z', { commit: 'e'.repeat(40) }),
    ]);
    expect(values(await series(workload)).map(([, value]) => value)).toEqual([0, 100, 0]);
  });

  test('a reverted merge came with the tip that it took in', async () => {
    const workload = await kit.workload();
    const [D, E] = ['d'.repeat(40), 'e'.repeat(40)];
    await kit.send(workload, 'commits', [
      aCommit({ sha: A, committedAt: '2026-02-27T08:00:00Z', parents: [] }),
      aCommit({ sha: B, committedAt: '2026-03-01T08:00:00Z', parents: [A], branch: 'topic' }),
      aCommit({ sha: C, committedAt: '2026-03-01T09:00:00Z', parents: [A, B] }),
      aCommit({
        ...{ sha: D, committedAt: '2026-03-02T08:00:00Z', parents: [C] },
        message: `Revert\n\nThis reverts commit ${C}, reversing\nchanges made to ${A}.`,
      }),
      aCommit({ sha: E, committedAt: '2026-03-03T08:00:00Z', parents: [D] }),
    ]);
    const base = deployment('2026-02-27T12:00:00Z', { commit: A });
    const brings = (externalId: string, day: string, commit: string) =>
      deployment(`2026-03-${day}T12:00:00Z`, { commit, externalId, repository: 'acme/shop-api' });
    await kit.send(workload, 'deployments', [base, brings('both', '02', D), brings('next', '03', E)]);
    expect(values(await series(workload)).map(([, value]) => value)).toEqual([null, 0, 0]);
    // With the merge deployed before, its revert is one.
    await kit.send(workload, 'deployments', [brings('merge', '01', C)]);
    expect(values(await series(workload)).map(([, value]) => value)).toEqual([0, 100, 0]);
  });

  test('counts a deployment once, in the zone’s day, and names those it counted', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [
      // 28 October 2025 begins in Berlin at 23:00 UTC, two days after the clocks went back.
      deployment('2025-10-27T22:59:59.999Z', { externalId: 'before' }),
      deployment('2025-10-27T23:00:00.000Z', { externalId: 'x', repository: 'acme/one', rollsBack: 'w' }),
      deployment('2025-10-27T23:00:00.000Z', { externalId: 'x', repository: 'acme/two' }),
    ]);
    const dateRange = { start: '2025-10-27', end: '2025-10-28' };
    const answer = await series(workload, { dateRange, timezone: 'Europe/Berlin', explain: true });
    expect(pointOf(answer, '2025-10-27')).toMatchObject({ value: 0, count: 1 });
    expect(pointOf(answer, '2025-10-28')).toMatchObject({
      ...{ value: 100, count: 1, explain: { rows: ['test-ci/x'] } },
    });
  });
});
