import { expect, test } from 'vitest';
import { mapEvent, SHA } from './test-events.ts';

test('repo:push: the commits of branches, with their parents', () => {
  const commit = {
    hash: SHA,
    date: '2026-03-01T10:00:00+00:00',
    message: 'feat: x',
    author: { raw: 'Jo <jo@example.com>' },
    parents: [{ hash: 'b'.repeat(40) }],
  };
  const push = (type: string) =>
    mapEvent('repo:push', {
      push: { changes: [{ new: { type, name: 'main' }, commits: [commit] }, { new: null }] },
    });
  expect(push('branch')!.commits).toMatchObject([
    {
      sha: SHA,
      branch: 'main',
      parents: ['b'.repeat(40)],
      author: { name: 'Jo', email: 'jo@example.com', kind: 'user' },
    },
  ]);
  expect(push('tag')).toBeUndefined();
});

test('what a commit lacks or overdoes does not refuse a push', () => {
  const commit = (over: object) =>
    mapEvent('repo:push', {
      push: {
        changes: [
          {
            new: { type: 'branch', name: 'main' },
            commits: [{ hash: SHA, date: '2026-03-01T10:00:00+00:00', ...over }],
          },
        ],
      },
    })!.commits![0]!;
  expect(commit({})).toMatchObject({ author: null, message: null });
  expect(commit({})).not.toHaveProperty('parents');
  expect(commit({ date: '2999-01-01T00:00:00Z' }).committedAt.getUTCFullYear()).toBe(2199);
  const author = (raw: string, user?: object) => commit({ author: { raw, user } }).author;
  expect(author('renovate[bot] <r@example.com>')).toMatchObject({ kind: 'bot', email: 'r@example.com' });
  expect(author('Jo')).toEqual({ name: 'Jo', email: null, kind: 'user' });
  expect(author('<jo@example.com>', { nickname: 'jo' })).toMatchObject({ name: 'jo' });
  expect(author(`${'<'.repeat(100_000)}>`)).not.toBeUndefined();
});

test('repo:commit_status: a build is a run, the same for each word about it', () => {
  const status = (state: string) =>
    mapEvent('repo:commit_status_updated', {
      commit_status: {
        ...{ key: 'BUILD-1', name: 'unit tests', state, refname: 'main', commit: { hash: SHA } },
        ...{ created_on: '2026-03-01T10:00:00+00:00', updated_on: '2026-03-01T10:05:00+00:00' },
      },
    })?.runs![0];
  const [going, done] = [status('INPROGRESS'), status('SUCCESSFUL')];
  expect(going).toMatchObject({ status: 'running', conclusion: null, finishedAt: null, job: 'unit tests' });
  expect(done).toMatchObject({ status: 'completed', conclusion: 'success', externalId: going!.externalId });
  expect(status('unheard of')).toBeUndefined();
  expect(status('stopped')).toMatchObject({ conclusion: 'cancelled' });
});

test('the number of a build is no part of its job; its commit and branch are told as they come', () => {
  const at = '2026-03-01T10:00:00+00:00';
  const run = (over: object) =>
    mapEvent('repo:commit_status_created', {
      commit_status: { key: 'k', state: 'FAILED', created_on: at, updated_on: at, ...over },
    })!.runs![0];
  const href = `https://api.bitbucket.org/2.0/repositories/acme/shop/commit/${SHA}`;
  expect(
    run({ name: 'Pipeline #12 for main', refname: 'refs/heads/main', links: { commit: { href } } }),
  ).toMatchObject({ job: 'Pipeline for main', branch: 'main', commit: SHA });
  expect(run({ refname: 'refs/tags/v1' })).toMatchObject({ job: 'k', branch: null, commit: null });
});

test('issue: closed by its state', () => {
  const issue = {
    id: 4,
    title: 'Broken',
    kind: 'bug',
    priority: 'major',
    state: 'resolved',
    created_on: '2026-03-01T10:00:00+00:00',
    updated_on: '2026-03-02T10:00:00+00:00',
  };
  expect(mapEvent('issue:updated', { issue })!.issues).toMatchObject([
    { externalId: 'acme/shop#4', type: 'bug', priority: 'major', closedAt: new Date('2026-03-02T10:00:00Z') },
  ]);
  expect(mapEvent('issue:created', { issue: { ...issue, state: 'new' } })!.issues![0]!.closedAt).toBeNull();
  const edited = (changes: object) => mapEvent('issue:updated', { issue, changes });
  expect(edited({ status: { old: 'open', new: 'resolved' } })!.issues![0]!.closedAt).not.toBeNull();
  expect(edited({ title: { old: 'a', new: 'b' } })).toBeUndefined();
  const kind = (name: string) =>
    mapEvent('issue:created', { issue: { ...issue, kind: name, state: 'new' } })!.issues![0]!.type;
  expect(['enhancement', 'task'].map(kind)).toEqual(['feature', 'task']);
});
