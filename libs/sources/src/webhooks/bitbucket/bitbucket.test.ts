import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { bitbucketSource } from './index.ts';

const SHA = 'a'.repeat(40);
const repository = { full_name: 'acme/shop', mainbranch: { name: 'main' } };
const user = (nickname: string, type = 'user') => ({ nickname, display_name: nickname, type });
const map = (event: string, content: object) =>
  mapChecked(bitbucketSource, event, { repository, ...content })[0];

describe('pull requests', () => {
  const pull = (event: string, over: object = {}, rest: object = {}) =>
    map(`pullrequest:${event}`, {
      actor: user('kim'),
      pullrequest: {
        ...{ id: 3, title: 'Faster', state: 'OPEN', author: user('jo') },
        ...{
          source: { branch: { name: 'x' }, commit: { hash: SHA.slice(0, 12) } },
          destination: { branch: { name: 'main' } },
        },
        ...{
          created_on: '2026-03-01T10:00:00.123456+00:00',
          updated_on: '2026-03-01T12:00:00+00:00',
          ...over,
        },
      },
      ...rest,
    })!.changes![0];

  test('as they stand: open, merged or declined', () => {
    expect(pull('created')).toMatchObject({
      ...{ externalId: 'acme/shop#3', author: { name: 'jo', kind: 'user' }, mergedAt: null, closedAt: null },
      headCommit: SHA.slice(0, 12),
    });
    expect(pull('fulfilled', { state: 'MERGED', merge_commit: { hash: SHA } })).toMatchObject({
      ...{ mergedAt: new Date('2026-03-01T12:00:00Z'), mergeCommit: SHA },
    });
    expect(pull('rejected', { state: 'DECLINED' })).toMatchObject({
      mergedAt: null,
      closedAt: new Date('2026-03-01T12:00:00Z'),
    });
  });

  test('an approval and a request for changes are reviews', () => {
    const date = '2026-03-01T11:00:00+00:00';
    expect(pull('approved', {}, { approval: { date, user: user('kim') } })).toMatchObject({
      ...{
        approvedAt: new Date(date),
        reviews: [{ state: 'approved', reviewer: { name: 'kim', kind: 'user' } }],
      },
    });
    expect(
      pull('changes_request_created', {}, { changes_request: { date, user: user('bot', 'app_user') } }),
    ).toMatchObject({
      reviews: [{ state: 'changes-requested', reviewer: { kind: 'bot' } }],
    });
  });
});

test('repo:push: the commits of branches, with their parents', () => {
  const commit = {
    hash: SHA,
    date: '2026-03-01T10:00:00+00:00',
    message: 'feat: x',
    author: { raw: 'Jo <jo@example.com>' },
    parents: [{ hash: 'b'.repeat(40) }],
  };
  const push = (type: string) =>
    map('repo:push', {
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

test('repo:commit_status: a build is a run, the same for each word about it', () => {
  const status = (state: string) =>
    map('repo:commit_status_updated', {
      commit_status: {
        ...{ key: 'BUILD-1', name: 'unit tests', state, refname: 'main', commit: { hash: SHA } },
        ...{ created_on: '2026-03-01T10:00:00+00:00', updated_on: '2026-03-01T10:05:00+00:00' },
      },
    })?.runs![0];
  const [going, done] = [status('INPROGRESS'), status('SUCCESSFUL')];
  expect(going).toMatchObject({ status: 'running', conclusion: null, finishedAt: null, job: 'unit tests' });
  expect(done).toMatchObject({ status: 'completed', conclusion: 'success', externalId: going!.externalId });
  expect(status('unheard of')).toBeUndefined();
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
  expect(map('issue:updated', { issue })!.issues).toMatchObject([
    { externalId: 'acme/shop#4', type: 'bug', priority: 'major', closedAt: new Date('2026-03-02T10:00:00Z') },
  ]);
  expect(map('issue:created', { issue: { ...issue, state: 'new' } })!.issues![0]!.closedAt).toBeNull();
});

test('Bitbucket signs its deliveries; what is malformed is refused by its path', () => {
  const signature = `sha256=${createHmac('sha256', 'secret').update('{}').digest('hex')}`;
  const verify = (body: string) =>
    bitbucketSource.verify('secret', { headers: { 'x-hub-signature': signature }, body });
  expect([verify('{}'), verify('{} ')]).toEqual([true, false]);
  expect(bitbucketSource.map('repo:fork', {}, {})).toEqual([]);
  expect(refusalOf(bitbucketSource, 'repo:push', { repository, push: {} })).toContain(
    'malformed-body: push.changes',
  );
});
