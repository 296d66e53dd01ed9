import { describe, expect, test } from 'vitest';
import { aChange, aCommit, aDeployment } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const MARCH = { start: '2026-03-01', end: '2026-03-31' };
const HOUR = 3600;
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const PARTS = ['pr-coding-time', 'pr-pickup-time', 'pr-review-time', 'pr-deploy-time', 'pr-cycle-time'];

const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({ queries: [query], workloads: [workload], dateRange: MARCH, interval: 'total', ...over });
const point = async (workload: string, query: string, over: QueryBody = {}) =>
  pointOf(only(await ask(workload, query, over)), '2026-03-01');
const parts = async (workload: string, over: QueryBody = {}) =>
  Object.fromEntries(
    await Promise.all(
      PARTS.map(async (query) => [query, (await point(workload, query, over)).value] as const),
    ),
  );
const review = (externalId: string, submittedAt: string, name: string, kind: 'user' | 'bot' = 'user') => ({
  ...{ externalId, submittedAt, reviewer: { name, kind } },
  state: 'commented' as const,
});

/** Committed at 8, opened at 10, ready at 11, reviewed at 13, merged at 16, deployed at 20. */
const WHOLE = {
  ...{ openedAt: '2026-03-02T10:00:00Z', readyAt: '2026-03-02T11:00:00Z', mergedAt: '2026-03-02T16:00:00Z' },
  commits: [B, C],
  headCommit: C,
  reviews: [
    review('early', '2026-03-02T10:30:00Z', 'kim'),
    review('own', '2026-03-02T11:30:00Z', 'jo'),
    review('robot', '2026-03-02T12:00:00Z', 'copilot[bot]', 'bot'),
    review('late', '2026-03-02T15:00:00Z', 'max'),
    review('first', '2026-03-02T13:00:00Z', 'kim'),
  ],
};
const history = (workload: string) =>
  kit.send(workload, 'commits', [
    aCommit({ sha: A, committedAt: '2026-03-01T08:00:00Z', parents: [] }),
    aCommit({
      sha: B,
      committedAt: '2026-03-02T12:00:00Z',
      authoredAt: '2026-03-02T08:00:00Z',
      parents: [A],
    }),
    aCommit({ sha: C, committedAt: '2026-03-02T09:00:00Z', parents: [B] }),
    aCommit({ sha: D, committedAt: '2026-03-02T16:00:00Z', parents: [A, C] }),
  ]);
const deploy = (workload: string, commit: string, finishedAt: string) =>
  kit.send(workload, 'deployments', [aDeployment({ commit, finishedAt, startedAt: null })]);

describe('the way of a pull request', () => {
  test('from first commit to deployment, past bots’, the author’s own and draft reviews', async () => {
    const workload = await kit.workload();
    await history(workload);
    await deploy(workload, A, '2026-03-01T12:00:00Z');
    // A true merge: its commit belongs to no deployment, its head does.
    await deploy(workload, D, '2026-03-02T20:00:00Z');
    await deploy(workload, D, '2026-03-02T22:00:00Z');
    const row = aChange({ ...WHOLE, mergeCommit: D });
    await kit.send(workload, 'changes', [row]);
    await kit.send(workload, 'changes', [row]);
    expect(await parts(workload)).toEqual({
      'pr-coding-time': 2 * HOUR,
      'pr-pickup-time': 2 * HOUR,
      'pr-review-time': 3 * HOUR,
      'pr-deploy-time': 4 * HOUR,
      'pr-cycle-time': 12 * HOUR,
    });
  });

  test('a squash merge is deployed with its one commit', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      aCommit({ sha: A, committedAt: '2026-03-01T08:00:00Z', parents: [] }),
      aCommit({ sha: D, committedAt: '2026-03-02T16:00:00Z', parents: [A] }),
    ]);
    await deploy(workload, A, '2026-03-01T12:00:00Z');
    await deploy(workload, D, '2026-03-02T18:00:00Z');
    await kit.send(workload, 'changes', [
      aChange({ ...WHOLE, mergeCommit: D, firstCommitAt: '2026-03-02T09:00:00Z' }),
    ]);
    expect(await parts(workload)).toMatchObject({
      ...{ 'pr-coding-time': HOUR, 'pr-deploy-time': 2 * HOUR, 'pr-cycle-time': 9 * HOUR },
    });
  });

  test('a missing part is null, never 0, and is counted as left out; the first deployment of a repository carries none', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [aCommit({ sha: D, parents: [] })]);
    await deploy(workload, D, '2026-03-02T20:00:00Z');
    const { openedAt, mergedAt } = WHOLE;
    await kit.send(workload, 'changes', [aChange({ openedAt, mergedAt, mergeCommit: D })]);
    expect(await parts(workload)).toEqual({
      ...{ 'pr-coding-time': null, 'pr-pickup-time': null, 'pr-review-time': null },
      ...{ 'pr-deploy-time': null, 'pr-cycle-time': 6 * HOUR },
    });
    const reasons = await Promise.all(
      PARTS.slice(0, 4).map(
        async (query) => (await point(workload, query, { explain: true })).explain!.excluded,
      ),
    );
    const none = { 'negative-duration': 0 };
    expect(reasons).toEqual([
      { 'no-first-commit': 1, ...none },
      { 'no-review': 1, ...none },
      { 'no-review': 1, ...none },
      { 'not-deployed': 1, ...none },
    ]);
  });

  test('what ends before it begins is left out: merged after its deployment, reviewed after the merge', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      aCommit({ sha: A, parents: [], committedAt: '2026-03-01T08:00:00Z' }),
      aCommit({ sha: B, parents: [A], committedAt: '2026-03-02T12:00:00Z' }),
    ]);
    await deploy(workload, A, '2026-03-01T12:00:00Z');
    await deploy(workload, B, '2026-03-02T13:00:00Z');
    await kit.send(workload, 'changes', [
      aChange({
        ...WHOLE,
        commits: [B],
        headCommit: B,
        reviews: [review('r', '2026-03-02T17:00:00Z', 'kim')],
      }),
    ]);
    for (const query of ['pr-coding-time', 'pr-review-time', 'pr-deploy-time'])
      expect(await point(workload, query, { explain: true })).toMatchObject({
        ...{ value: null, count: 0, excluded: 1 },
        explain: { excluded: { 'negative-duration': 1 } },
      });
  });

  test('medians of the merged, in the bucket of the merge; bots only where asked', async () => {
    const workload = await kit.workload();
    const merged = (mergedAt: string, hours: number, kind: 'user' | 'bot' = 'user') =>
      aChange({
        ...{ mergedAt, author: { name: `${kind}-${hours}`, kind } },
        openedAt: new Date(Date.parse(mergedAt) - hours * 3_600_000).toISOString(),
        firstReviewAt: null,
      });
    await kit.send(workload, 'changes', [
      merged('2026-03-02T00:00:00.000Z', 1),
      merged('2026-03-02T23:59:59.000Z', 4),
      merged('2026-03-03T00:00:00.000Z', 8),
      merged('2026-03-02T12:00:00Z', 100, 'bot'),
      aChange({ mergedAt: null, openedAt: '2026-03-02T08:00:00Z' }),
    ]);
    const daily = { interval: 'day', dateRange: { start: '2026-03-01', end: '2026-03-03' } } as const;
    const series = async (over: QueryBody = {}) =>
      values(only(await ask(workload, 'pr-cycle-time', { ...daily, ...over }))).map(([, value]) => value);
    expect(await series()).toEqual([null, 2.5 * HOUR, 8 * HOUR]);
    expect(await series({ filters: { actors: 'all' } })).toEqual([null, 4 * HOUR, 8 * HOUR]);
    expect(await series({ filters: { actors: 'bot' } })).toEqual([null, 100 * HOUR, null]);
  });
});

describe('pr-open-time and pr-size', () => {
  test('open time ends with the merge or the close; size is of the merged alone', async () => {
    const workload = await kit.workload();
    const opened = '2026-03-02T08:00:00Z';
    await kit.send(workload, 'changes', [
      aChange({
        openedAt: opened,
        mergedAt: '2026-03-02T10:00:00Z',
        closedAt: '2026-03-02T10:00:00Z',
        addedLines: 10,
        deletedLines: 5,
      }),
      aChange({ openedAt: opened, mergedAt: null, closedAt: '2026-03-02T14:00:00Z', addedLines: 900 }),
      aChange({ openedAt: opened, mergedAt: '2026-03-02T09:00:00Z', addedLines: null, deletedLines: null }),
      aChange({ openedAt: opened, mergedAt: null }),
    ]);
    expect(await point(workload, 'pr-open-time')).toMatchObject({ value: 2 * HOUR, count: 3 });
    expect(await point(workload, 'pr-size')).toMatchObject({ value: 15, count: 1, excluded: 1 });
  });
});
