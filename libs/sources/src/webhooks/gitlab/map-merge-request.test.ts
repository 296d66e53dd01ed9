import { describe, expect, test } from 'vitest';
import { closingIssues } from './closing-issues.ts';
import { mapEvent, project, SHA } from './test-events.ts';

describe('Merge Request Hook', () => {
  const request = (over: object = {}, rest: object = {}) => told(over, rest)!;
  const told = (over: object = {}, rest: object = {}) =>
    mapEvent('Merge Request', {
      ...{ project, user: { username: 'kim' }, labels: [{ title: 'bug' }] },
      object_attributes: {
        ...{
          id: 99,
          iid: 3,
          title: 'Faster',
          action: 'open',
          state: 'opened',
          source_branch: 'x',
          target_branch: 'main',
        },
        ...{
          created_at: '2026-03-01T10:00:00Z',
          updated_at: '2026-03-01T11:00:00Z',
          last_commit: { id: SHA },
        },
        ...{ description: 'Closes #4', ...over },
      },
      ...rest,
    })?.changes?.[0];

  test('whoever opens it is its author; whoever acts on it later is not', () => {
    expect(request()).toMatchObject({
      ...{
        externalId: 'acme/web/shop!3',
        author: { name: 'kim', kind: 'user' },
        labels: ['bug'],
        mergedAt: null,
      },
      linkedIssues: ['acme/web/shop#4'],
    });
    expect(request({ action: 'update' })).not.toHaveProperty('author');
  });

  test('an approval is a review; a merge keeps the squashed commit; leaving the draft is told once', () => {
    expect(request({ action: 'approved' })).toMatchObject({
      ...{ approvedAt: new Date('2026-03-01T11:00:00Z') },
      reviews: [{ reviewer: { name: 'kim' }, state: 'approved' }],
    });
    expect(
      request({
        action: 'merge',
        state: 'merged',
        merge_commit_sha: 'b'.repeat(40),
        squash_commit_sha: 'c'.repeat(40),
      }),
    ).toMatchObject({ mergedAt: new Date('2026-03-01T11:00:00Z'), mergeCommit: 'c'.repeat(40) });
    expect(request({ draft: true })).toMatchObject({ readyAt: null });
    expect(request({}, { changes: { draft: { previous: true, current: false } } })).toMatchObject({
      readyAt: new Date('2026-03-01T11:00:00Z'),
    });
    expect(request()).not.toHaveProperty('readyAt');
  });

  test('its author is known wherever somebody in it has its number', () => {
    const by = { author_id: 51, action: 'update' };
    const user = (id: number) => ({ id, username: `user-${id}` });
    expect(request(by, { user: user(51) })).toMatchObject({ author: { name: 'user-51' } });
    expect(request(by, { user: user(6), assignees: [user(7), user(51)] })).toMatchObject({
      author: { name: 'user-51' },
    });
    expect(request({ ...by, action: 'open' }, { user: user(6) })).not.toHaveProperty('author');
  });

  test('what happens after the merge doesn’t move it, and after the close is left out', () => {
    const later = request({ action: 'update', state: 'merged' });
    expect(later).not.toHaveProperty('mergedAt');
    expect(later.closedAt).toEqual(new Date('2026-03-01T11:00:00Z'));
    expect(request({ action: 'close', state: 'closed' })).toMatchObject({
      ...{ mergedAt: null, closedAt: new Date('2026-03-01T11:00:00Z') },
    });
    expect(told({ action: 'update', state: 'closed' })).toBeUndefined();
    expect(request({ action: 'reopen' })).toMatchObject({ closedAt: null });
  });

  test('each approval is a review of its own, at the time of the approval', () => {
    const at = { actioned_at: '2026-03-01T11:30:00Z' };
    const approved = request({ ...at, action: 'approved' });
    const one = request({ ...at, action: 'approval' });
    expect(one).not.toHaveProperty('approvedAt');
    expect(one.reviews).toEqual(approved.reviews);
    expect(approved.reviews![0]!.submittedAt).toEqual(new Date('2026-03-01T11:30:00Z'));
    const taken = request({ ...at, action: 'unapproved' }).reviews![0]!;
    expect(taken).toMatchObject({ state: 'dismissed', reviewer: { name: 'kim' } });
    expect(taken.externalId).not.toBe(approved.reviews![0]!.externalId);
    expect(request({ ...at, action: 'unapproved', system: true })).not.toHaveProperty('reviews');
    const bot = { user: { username: 'project_12_bot_3f2a' } };
    expect(request({ action: 'approved' }, bot).reviews).toMatchObject([{ reviewer: { kind: 'bot' } }]);
  });
});

test('issues are linked by GitLab’s closing pattern', () => {
  const link = (text: string) => closingIssues(text, 'acme/web/shop');
  expect(link('Closes #4, #6 and docs#2. Fixing acme/api#7')).toEqual([
    'acme/web/shop#4',
    'acme/web/shop#6',
    'acme/web/docs#2',
    'acme/api#7',
  ]);
  expect(link('Implements https://gitlab.example/acme/web/shop/-/issues/9')).toEqual(['acme/web/shop#9']);
  expect(link('Resolves issue a/b/c/-/work_items/3, a/issues/3')).toEqual(['a/b/c#3', 'acme/web/a#3']);
  for (const other of ['see #4', 'prefix #4', 'closes#4', 'closes #4a', 'closes !4', '<!-- closes #4 -->'])
    expect(link(other)).toEqual([]);
  expect(
    link(`closes ${'#1 '.repeat(5)}${Array.from({ length: 300 }, (_, i) => `#${i}`).join(', ')}`),
  ).toHaveLength(200);
  expect(link(`closes ${`${'a'.repeat(100)}/`.repeat(900)}`.repeat(3) + 'fix '.repeat(20_000))).toEqual([]);
});
