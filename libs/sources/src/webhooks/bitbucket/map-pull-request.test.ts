import { describe, expect, test } from 'vitest';
import { mapEvent, SHA } from './test-events.ts';

describe('pull requests', () => {
  const user = (nickname: string, type = 'user') => ({ nickname, display_name: nickname, type });
  const pull = (event: string, over: object = {}, rest: object = {}) => told(event, over, rest)!;
  const told = (event: string, over: object = {}, rest: object = {}) =>
    mapEvent(`pullrequest:${event}`, {
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
    })?.changes?.[0];

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

  test('what happens after the end doesn’t move it', () => {
    const later = pull('updated', { state: 'MERGED' });
    expect(later).not.toHaveProperty('mergedAt');
    expect(later.closedAt).toEqual(new Date('2026-03-01T12:00:00Z'));
    for (const state of ['DECLINED', 'SUPERSEDED']) expect(told('updated', { state })).toBeUndefined();
    expect(pull('updated', { state: 'unheard of' })).toMatchObject({ mergedAt: null, closedAt: null });
  });

  test('a review that is taken back is one more, so that the first keeps its time', () => {
    const approval = { date: '2026-03-01T11:00:00+00:00', user: user('kim') };
    const [approved] = pull('approved', {}, { approval }).reviews!;
    const taken = pull('unapproved', {}, { approval });
    expect(taken).not.toHaveProperty('approvedAt');
    expect(taken.reviews).toMatchObject([{ state: 'dismissed', reviewer: { name: 'kim' } }]);
    expect(taken.reviews![0]!.externalId).not.toBe(approved!.externalId);
    expect(pull('approved', {}, { approval }).reviews).toEqual([approved]);
    expect(pull('updated', {}, { approval })).not.toHaveProperty('reviews');
    expect(pull('approved')).not.toHaveProperty('reviews');
    expect(pull('changes_request_removed', {}, { changes_request: approval }).reviews).toMatchObject([
      { state: 'dismissed' },
    ]);
  });

  test('issues are linked from its description; a draft is not ready', () => {
    expect(pull('created', { description: 'fixes #7', draft: true })).toMatchObject({
      ...{ linkedIssues: ['acme/shop#7'], readyAt: null },
    });
    expect(pull('created')).not.toHaveProperty('readyAt');
    expect(pull('created', { author: null, title: '🎯'.repeat(900) }).title).toHaveLength(1000);
  });
});
