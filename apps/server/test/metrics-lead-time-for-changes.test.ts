import { describe, expect, test } from 'vitest';
import type { CommitRow, DeploymentRow } from '@codemetrics/testing';
import { aCommit, aDeployment } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const HOUR = 3600;

/** A full hash from a few hexadecimal digits. */
const sha = (short: string): string => short.padStart(40, '0');
/** A commit of 2 March, at a time such as `08:00`, with the parents given (null: not told). */
const commit = (short: string, time: string, parents: string[] | null, over: Partial<CommitRow> = {}) =>
  aCommit({
    sha: sha(short),
    committedAt: `2026-03-02T${time}:00Z`,
    parents: parents?.map(sha) ?? null,
    ...over,
  });
const deploy = (short: string, finishedAt: string, over: Partial<DeploymentRow> = {}) =>
  aDeployment({ commit: sha(short), finishedAt, ...over });
/** The base line: the first known deployment of a repository, of its commit `b`. */
const base = (over: Partial<DeploymentRow> = {}) => deploy('b', '2026-03-01T12:00:00Z', over);
const baseCommit = (over: Partial<CommitRow> = {}) =>
  commit('b', '08:00', [], { committedAt: '2026-03-01T08:00:00Z', ...over });
const leadTime = (workload: string, over = {}) =>
  kit.ask({
    queries: ['lead-time-for-changes'],
    workloads: [workload],
    dateRange: RANGE,
    explain: true,
    ...over,
  });

describe('lead-time-for-changes', () => {
  test('is null, with a count of 0, where nothing was deployed', async () => {
    const series = only(await leadTime(await kit.workload()));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(pointOf(series, '2026-03-02')).toMatchObject({
      count: 0,
      p75: null,
      p90: null,
      p95: null,
      excluded: 0,
    });
    expect(series.summary).toMatchObject({ value: null, count: 0 });
  });

  test('the first known deployment carries none; the next carries what came since, merges left out', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      baseCommit(),
      commit('1', '08:00', ['b']),
      commit('2', '09:00', ['b']),
      commit('3', '10:00', ['1', '2']), // a merge
    ]);
    await kit.send(workload, 'deployments', [base(), deploy('3', '2026-03-02T12:00:00Z')]);
    // 1: 12 − 8 = 4 h; 2: 12 − 9 = 3 h. The median of (3, 4) is 3.5 h; p75 = 3 + 0.75, p90 = 3 + 0.9, p95 = 3 + 0.95.
    const series = only(await leadTime(workload, { dateRange: { ...RANGE, start: '2026-03-01' } }));
    expect(pointOf(series, '2026-03-01')).toMatchObject({ value: null, count: 0 });
    const point = pointOf(series, '2026-03-02');
    expect(point).toMatchObject({ value: 3.5 * HOUR, count: 2, excluded: 0 });
    expect([point.p75, point.p90, point.p95]).toEqual(
      [3.75, 3.9, 3.95].map((hours) => expect.closeTo(hours * HOUR)),
    );
    expect(point.explain?.rows).toEqual([sha('1'), sha('2')]);
  });

  test('a rollback carries nothing, nor does a second deployment of the same commit', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [baseCommit(), commit('1', '08:00', ['b'])]);
    const forward = deploy('1', '2026-03-02T10:00:00Z');
    await kit.send(workload, 'deployments', [
      base(),
      forward,
      deploy('b', '2026-03-03T10:00:00Z'), // back
      deploy('1', '2026-03-04T10:00:00Z'), // and forth again
    ]);
    expect(await kit.send(workload, 'deployments', [forward])).toMatchObject({ unchanged: 1 });
    expect(values(only(await leadTime(workload))).map(([, value]) => value)).toEqual([2 * HOUR, null, null]);
  });

  test('a commit sent after its deployment is in the very next answer', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [base(), deploy('2', '2026-03-02T12:00:00Z')]);
    expect(only(await leadTime(workload)).summary.value).toBeNull();
    await kit.send(workload, 'commits', [baseCommit(), commit('2', '10:00', ['1'])]);
    expect(only(await leadTime(workload)).summary).toMatchObject({ value: 2 * HOUR, count: 1 });
    await kit.send(workload, 'commits', [commit('1', '06:00', ['b'])]);
    // 2 h and 6 h: the median is 4 h.
    expect(only(await leadTime(workload)).summary).toMatchObject({ value: 4 * HOUR, count: 2 });
  });

  test('without parents, the commit before it on its branch stands for them', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      commit('b', '08:00', null, { committedAt: '2026-03-01T08:00:00Z' }),
      commit('1', '08:00', null),
      commit('e', '08:30', null, { branch: 'experiment' }), // never deployed
      commit('2', '09:00', null),
    ]);
    await kit.send(workload, 'deployments', [base(), deploy('2', '2026-03-02T11:00:00Z')]);
    // 3 h and 2 h.
    expect(only(await leadTime(workload)).summary).toMatchObject({ value: 2.5 * HOUR, count: 2 });
  });

  test('each repository has a history of its own; the same hash may be in both', async () => {
    const workload = await kit.workload();
    const web = { repository: 'acme/shop-web' };
    await kit.send(workload, 'commits', [
      baseCommit(),
      commit('1', '08:00', ['b']),
      baseCommit(web),
      commit('1', '04:00', ['b'], web),
    ]);
    await kit.send(workload, 'deployments', [
      base(),
      deploy('1', '2026-03-02T10:00:00Z'),
      base(web),
      deploy('1', '2026-03-02T10:00:00Z', web),
    ]);
    // 2 h and 6 h.
    const result = await leadTime(workload, { groupBy: ['repository'] });
    expect(byGroup(result.results[0]!)).toEqual({ 'acme/shop-api': 2 * HOUR, 'acme/shop-web': 6 * HOUR });
    expect(only(await leadTime(workload)).summary).toMatchObject({ value: 4 * HOUR, count: 2 });
  });

  test('the bucket is that of the finish: its first and its last instant', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      baseCommit(),
      commit('1', '08:00', ['b']),
      commit('2', '09:00', ['1']),
    ]);
    await kit.send(workload, 'deployments', [
      base(),
      deploy('1', '2026-03-03T00:00:00.000Z'), // 16 h
      deploy('2', '2026-03-03T23:59:59.999Z'), // 38 h 59 min 59.999 s
    ]);
    const series = only(await leadTime(workload));
    expect(series.points.map((point) => point.count)).toEqual([0, 2, 0]);
    expect(pointOf(series, '2026-03-03').value).toBeCloseTo((16 * HOUR + 39 * HOUR - 0.001) / 2, 6);
  });

  test('a commit dated after its deployment is left out, and counted', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      baseCommit(),
      commit('1', '08:00', ['b']),
      commit('2', '11:00', ['1']),
      commit('3', '10:00', ['2']), // in the very instant of the finish: 0 s
    ]);
    await kit.send(workload, 'deployments', [base(), deploy('3', '2026-03-02T10:00:00Z')]);
    const point = pointOf(only(await leadTime(workload)), '2026-03-02');
    // (0 h, 2 h)
    expect(point).toMatchObject({ value: 1 * HOUR, count: 2, excluded: 1 });
    expect(point.explain).toEqual({ rows: [sha('1'), sha('3')], excluded: { 'negative-duration': 1 } });
  });

  test('a failed deployment, and one of another environment, brings nothing to production', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [baseCommit(), commit('1', '08:00', ['b'])]);
    await kit.send(workload, 'deployments', [
      base(),
      deploy('1', '2026-03-02T09:00:00Z', { status: 'failure' }),
      deploy('1', '2026-03-02T10:00:00Z', { environment: 'staging' }),
      deploy('1', '2026-03-02T11:00:00Z'),
    ]);
    expect(only(await leadTime(workload)).summary.value).toBe(3 * HOUR);
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'backend', repositories: [{ name: 'acme/shop-api' }] }],
    });
    await kit.send(workload, 'commits', [
      baseCommit(),
      commit('1', '08:00', ['b'], { author: { name: 'renovate', kind: 'bot' } }),
      commit('2', '09:00', ['1'], { branch: 'hot-fix' }),
    ]);
    await kit.send(workload, 'deployments', [base(), deploy('2', '2026-03-02T10:00:00Z')]);
    const by = async (group: string, filters = {}) =>
      byGroup((await leadTime(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('workload')).toEqual({ [workload]: 1.5 * HOUR });
    expect(await by('repositoryGroup')).toEqual({ backend: 1.5 * HOUR });
    expect(await by('branch')).toEqual({ main: 2 * HOUR, 'hot-fix': 1 * HOUR });
    expect(await by('tag:department')).toEqual({ sales: 1.5 * HOUR });
    expect(await by('workload', { actors: 'human' })).toEqual({ [workload]: 1 * HOUR });
    expect(await by('workload', { actors: 'bot' })).toEqual({ [workload]: 2 * HOUR });
    expect(await by('workload', { branches: ['main'] })).toEqual({ [workload]: 2 * HOUR });
    expect(await by('workload', { repositories: ['acme/shop-web'] })).toEqual({ [workload]: null });
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(other, 'commits', [baseCommit(), commit('1', '08:00', ['b'])]);
    await kit.send(other, 'deployments', [base(), deploy('1', '2026-03-02T10:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['lead-time-for-changes'], dateRange: RANGE }, token);
    expect(byGroup(result.results[0]!)).toEqual({ [mine]: null });
  });
});
