import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aChange, aCommit, anIssue } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const ask = (workload: string, query: string, parameters = {}, over: QueryBody = {}) =>
  kit.ask({ queries: [{ query, parameters }], workloads: [workload], dateRange: RANGE, ...over });
const numbers = async (workload: string, query: string, parameters = {}, over: QueryBody = {}) =>
  values(only(await ask(workload, query, parameters, over))).map(([, value]) => value);

describe('repo-churn', () => {
  const commit = (committedAt: string, added: number, deleted: number, over: Partial<CommitRow> = {}) =>
    aCommit({
      committedAt,
      files: [{ path: 'src/a.ts', addedLines: added, deletedLines: deleted }],
      ...over,
    });

  test('lines added + deleted by commit time; net and commits are its variants', async () => {
    const workload = await kit.workload();
    const rows = [
      commit('2026-03-01T23:59:59.999Z', 1, 0),
      commit('2026-03-02T00:00:00.000Z', 10, 4),
      commit('2026-03-02T23:59:59.999Z', 1, 5),
    ];
    await kit.send(workload, 'commits', rows);
    await kit.send(workload, 'commits', rows);
    expect(await numbers(workload, 'repo-churn')).toEqual([1, 20, 0]);
    expect(await numbers(workload, 'repo-churn', { churn: 'net' })).toEqual([1, 2, 0]);
    expect(await numbers(workload, 'repo-churn', { churn: 'commits' })).toEqual([1, 2, 0]);
  });

  test('merges, other branches, vendored and generated files are left out; what has no files is counted as excluded', async () => {
    const workload = await kit.workload();
    const day = '2026-03-02T10:00:00Z';
    const files = [
      ['src/a.ts', 1],
      ['node_modules/x/index.js', 100],
      ['third_party/lib.c', 100],
      ['package-lock.json', 100],
      ['web/app.min.js', 100],
      ['api/v1/service.pb.go', 100],
      ['src/__snapshots__/a.test.ts.snap', 100],
      ['src/vendoring.ts', 2],
      ['logo.png', null],
    ].map(([path, addedLines]) => ({ path: path as string, addedLines: addedLines as number | null }));
    await kit.send(workload, 'commits', [
      aCommit({ committedAt: day, files }),
      aCommit({ committedAt: day, branch: null, files: [{ path: 'b.ts', addedLines: 4, deletedLines: 0 }] }),
      commit(day, 50, 0, { parents: ['1111111', '2222222'] }),
      commit(day, 50, 0, { branch: 'feature/x' }),
      aCommit({ committedAt: day }),
      commit(day, 1000, 0, { author: { name: 'renovate[bot]', kind: 'bot' } }),
    ]);
    const human = { filters: { actors: 'human' as const } };
    expect(await numbers(workload, 'repo-churn', {}, human)).toEqual([0, 7, 0]);
    expect(await numbers(workload, 'repo-churn')).toEqual([0, 1007, 0]);
    expect(pointOf(only(await ask(workload, 'repo-churn')), '2026-03-02')).toMatchObject({ excluded: 1 });
  });
});

test('a commit never leaves the default branch, and comes to it from any other', async () => {
  const workload = await kit.workload();
  const files = [{ path: 'a.ts', addedLines: 3, deletedLines: 0 }];
  const [onMain, onFeature] = [aCommit({ files }), aCommit({ files, branch: 'feature' })];
  await kit.send(workload, 'commits', [onMain, onFeature]);
  await kit.send(workload, 'commits', [{ ...onMain, branch: 'feature' }]);
  expect(await numbers(workload, 'repo-churn')).toEqual([0, 3, 0]);
  await kit.send(workload, 'commits', [{ ...onFeature, branch: 'main' }]);
  expect(await numbers(workload, 'repo-churn')).toEqual([0, 6, 0]);
});

describe('change-categories', () => {
  const kinds = async (workload: string) =>
    byGroup((await ask(workload, 'change-categories', {}, { groupBy: ['category'] })).results[0]!);

  test('from the prefix where nothing else tells', async () => {
    const workload = await kit.workload();
    const messages = [
      'feat: a',
      'feat(api)!: b',
      'fix: c',
      'Fix(ui): d',
      'docs: e',
      'Revert "feat: a"',
      'wip',
      'note: x',
      '',
    ];
    await kit.send(
      workload,
      'commits',
      messages.map((message) => aCommit({ message })),
    );
    await kit.send(workload, 'commits', [
      aCommit({ message: 'feat: merged', parents: ['1111111', '2222222'] }),
    ]);
    expect(await kinds(workload)).toEqual({ feature: 2, bug: 2, docs: 1, revert: 1, other: 3 });
  });

  test('the linked issue’s type goes before the label, the label before the prefix; a commit counts once', async () => {
    const workload = await kit.workload();
    const [byIssue, byLabel, squashed, plain] = ['feat: 1', 'feat: 2', 'chore: 3', 'feat: 4'].map((message) =>
      aCommit({ message }),
    ) as [CommitRow, CommitRow, CommitRow, CommitRow];
    await kit.send(workload, 'commits', [byIssue, byLabel, squashed, plain]);
    await kit.send(workload, 'issues', [
      anIssue({ externalId: 'I-1', type: 'Bug' }),
      anIssue({ externalId: 'I-2', type: 'Story', linkedChanges: ['c-3'] }),
      anIssue({ externalId: 'I-3', type: 'no kind of ours' }),
    ]);
    await kit.send(workload, 'changes', [
      aChange({
        externalId: 'c-1',
        commits: [byIssue.sha],
        labels: ['documentation'],
        linkedIssues: ['I-1', 'I-3'],
      }),
      aChange({ externalId: 'c-2', headCommit: byLabel.sha, labels: ['good first issue', 'Documentation'] }),
      aChange({ externalId: 'c-3', mergeCommit: squashed.sha }),
    ]);
    expect(await kinds(workload)).toEqual({ bug: 1, docs: 1, feature: 2 });
    expect(await numbers(workload, 'change-categories')).toEqual([0, 4, 0]);
  });
});

describe('non-working-pattern', () => {
  const at = (authoredAt: string, over: Partial<CommitRow> = {}) =>
    aCommit({ authoredAt, committedAt: '2026-03-02T12:00:00Z', ...over });
  const outside = async (workload: string, over: QueryBody = {}) =>
    byGroup((await ask(workload, 'non-working-pattern', {}, { groupBy: ['distance'], ...over })).results[0]!);

  test('by how far outside: up to 1 h, up to 3 h, beyond or on another day; the end hour is outside', async () => {
    const workload = await kit.workload();
    const rows = [
      // Monday, 09:00 to 17:00 UTC: the first two are within.
      at('2026-03-02T09:00:00Z'),
      at('2026-03-02T16:59:59Z'),
      at('2026-03-02T17:00:00Z'),
      at('2026-03-02T18:00:00Z'),
      at('2026-03-02T08:00:00Z'),
      at('2026-03-02T18:00:01Z'),
      at('2026-03-02T20:00:00Z'),
      at('2026-03-02T06:00:00Z'),
      at('2026-03-02T20:00:01Z'),
      // Sunday
      at('2026-03-01T12:00:00Z'),
      at('2026-03-02T23:00:00Z', { author: { name: 'renovate[bot]', kind: 'bot' } }),
    ];
    await kit.send(workload, 'commits', rows);
    await kit.send(workload, 'commits', rows);
    expect(await outside(workload)).toEqual({ low: 3, medium: 3, high: 2 });
    expect(await outside(workload, { filters: { actors: 'all' } })).toEqual({ low: 3, medium: 3, high: 3 });
    expect(await numbers(workload, 'non-working-pattern')).toEqual([1, 7, 0]);
  });

  test('in the workload’s zone with its daylight saving, on its own days', async () => {
    const workload = await kit.workload({
      workingHours: { timezone: 'Europe/Berlin', days: ['sunday', 'monday'], start: '08:00', end: '16:00' },
    });
    await kit.send(workload, 'commits', [
      // 29 March 2026: at 02:00 the clock goes to 03:00. 14:30 UTC is 15:30 the Sunday before, and 16:30 on it.
      at('2026-03-22T14:30:00Z'),
      at('2026-03-29T14:30:00Z'),
      // Saturday is no day of theirs.
      at('2026-03-28T10:00:00Z'),
    ]);
    const days = { dateRange: { start: '2026-03-20', end: '2026-03-31' } };
    expect(await outside(workload, days)).toEqual({ low: 1, high: 1 });
    const points = values(only(await ask(workload, 'non-working-pattern', {}, days)));
    expect(points.filter(([, value]) => value !== 0)).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 1],
    ]);
  });
});
