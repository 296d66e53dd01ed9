import { describe, expect, test } from 'vitest';
import { aChange, anIssue } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-04' };
const numbers = async (workload: string, query: string, over: QueryBody = {}) =>
  values(only(await kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over }))).map(
    ([, value]) => value,
  );
const bug = (openedAt: string, closedAt: string | null, over = {}) =>
  anIssue({ openedAt, closedAt, ...over });

describe('bugs', () => {
  test('bugs-new and escaped-bugs: created in the bucket, those found in production among them', async () => {
    const workload = await kit.workload();
    const rows = [
      bug('2026-03-02T00:00:00.000Z', null, { environmentFound: 'eu-prod' }),
      bug('2026-03-02T23:59:59.999Z', null, { environmentFound: 'staging' }),
      bug('2026-03-03T00:00:00.000Z', '2026-03-03T01:00:00Z', {
        type: 'Defect',
        environmentFound: 'Production',
      }),
      bug('2026-03-03T10:00:00Z', null, { type: 'feature', environmentFound: 'production' }),
      bug('2026-03-03T10:00:00Z', null, { environmentFound: 'reproduction' }),
    ];
    await kit.send(workload, 'issues', rows);
    await kit.send(workload, 'issues', rows);
    expect(await numbers(workload, 'bugs-new')).toEqual([0, 2, 2, 0]);
    expect(await numbers(workload, 'escaped-bugs')).toEqual([0, 1, 1, 0]);
  });

  test('bugs-open: at the end of each bucket, from before the range too', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'issues', [
      bug('2025-01-01T00:00:00Z', '2026-03-02T23:59:59.999Z'),
      bug('2026-03-01T10:00:00Z', '2026-03-03T00:00:00.000Z'),
      bug('2026-03-03T00:00:00.000Z', null, { priority: 'P1' }),
      bug('2026-03-05T00:00:00Z', null),
      bug('2025-01-01T00:00:00Z', null, { type: 'task' }),
    ]);
    // Closed at the very end of a day is open at that end no more only if it was before it.
    expect(await numbers(workload, 'bugs-open')).toEqual([2, 1, 1, 1]);
    const answer = await kit.ask({
      ...{ queries: ['bugs-open'], workloads: [workload], dateRange: RANGE },
      ...{ groupBy: ['priority'], compareTo: 'previous-period', explain: true },
    });
    expect(byGroup(answer.results[0]!)).toEqual({ P1: 1, null: 0 });
    expect(answer.results[0]!.series[0]!.points[2]!.explain!.rows).toHaveLength(1);
  });

  test('bugs-open is empty where there is none, and asks about now in the bucket that is running', async () => {
    const workload = await kit.workload();
    expect(await numbers(workload, 'bugs-open')).toEqual([0, 0, 0, 0]);
    await kit.send(workload, 'issues', [
      bug('2027-01-15T11:00:00Z', null),
      bug('2027-01-15T13:00:00Z', null),
      bug('2027-01-15T10:00:00Z', '2027-01-15T11:30:00Z'),
    ]);
    // The clock stands at noon; tomorrow has no value yet.
    expect(
      await numbers(workload, 'bugs-open', { dateRange: { start: '2027-01-14', end: '2027-01-16' } }),
    ).toEqual([0, 1, null]);
  });

  test('bugs-open and its rolling average: the mean over the days', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'issues', [
      bug('2026-03-02T10:00:00Z', null),
      bug('2026-03-03T10:00:00Z', null),
    ]);
    const series = only(
      await kit.ask({ queries: ['bugs-open'], workloads: [workload], dateRange: RANGE, rollingAverage: [2] }),
    );
    expect(series.points.map((point) => [point.value, point.rolling])).toEqual([
      [0, { 2: 0 }],
      [1, { 2: 0.5 }],
      [2, { 2: 1.5 }],
      [2, { 2: 2 }],
    ]);
  });
});

describe('links', () => {
  test('prs-per-issue and issues-per-pr: each link once, told by either side; without a link not counted', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'issues', [
      anIssue({ externalId: 'I-1', closedAt: '2026-03-02T10:00:00Z', linkedChanges: ['c-1', 'c-2'] }),
      anIssue({ externalId: 'I-2', closedAt: '2026-03-02T11:00:00Z' }),
      anIssue({ externalId: 'I-3', closedAt: '2026-03-02T12:00:00Z' }),
      anIssue({ externalId: 'I-4', closedAt: null, linkedChanges: ['c-3'] }),
    ]);
    await kit.send(workload, 'changes', [
      aChange({ externalId: 'c-1', mergedAt: '2026-03-03T10:00:00Z', linkedIssues: ['I-1', 'I-2'] }),
      aChange({ externalId: 'c-2', mergedAt: '2026-03-03T10:00:00Z' }),
      aChange({ externalId: 'c-3', mergedAt: '2026-03-03T10:00:00Z' }),
      aChange({ externalId: 'c-4', mergedAt: '2026-03-03T10:00:00Z' }),
    ]);
    // I-1 has two, I-2 one; c-1 has two, c-2 and c-3 one each.
    expect(await numbers(workload, 'prs-per-issue')).toEqual([null, 1.5, null, null]);
    expect(await numbers(workload, 'issues-per-pr')).toEqual([null, null, 4 / 3, null]);
  });
});
