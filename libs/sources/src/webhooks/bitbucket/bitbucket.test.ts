import { createHmac } from 'node:crypto';
import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { bitbucketSource } from './index.ts';
import { repository, SHA } from './test-events.ts';

test('Bitbucket signs its deliveries', () => {
  const signature = `sha256=${createHmac('sha256', 'secret').update('{}').digest('hex')}`;
  const verify = (sent: string | undefined, body = '{}', secret = 'secret') =>
    bitbucketSource.verify(secret, { headers: { 'x-hub-signature': sent }, body });
  expect(verify(signature)).toBe(true);
  expect([verify(signature, '{} '), verify(signature, '{}', 'other'), verify(signature, '{}', '')]).toEqual([
    false,
    false,
    false,
  ]);
  for (const wrong of [undefined, '', signature.slice(7), signature.slice(0, -2), `${signature}\n`])
    expect(verify(wrong)).toBe(false);
});

test('a delivery is told by its request, which is the same for every try', () => {
  const head = (headers: Record<string, string>) => bitbucketSource.head({ headers, body: '' }, null);
  expect(head({ 'x-event-key': 'repo:push', 'x-request-uuid': 'r-1', 'x-attempt-number': '2' })).toEqual({
    event: 'repo:push',
    deliveryId: 'r-1',
  });
  expect(head({})).toEqual({ event: 'unknown', deliveryId: null });
});

test('other events carry nothing; what is malformed is refused by its path', () => {
  for (const event of ['repo:fork', 'pullrequest:comment_created', 'constructor', 'unknown'])
    expect(bitbucketSource.map(event, {}, {})).toEqual([]);
  expect(refusalOf(bitbucketSource, 'repo:push', { repository, push: {} })).toContain(
    'malformed-body: push.changes',
  );
  expect(refusalOf(bitbucketSource, 'repo:push', { repository: { full_name: 'shop' } })).toContain(
    'malformed-body: repository.full_name: must be WORKSPACE/NAME',
  );
});

test('no payload makes it throw anything but a refusal, and every row fits its contract', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.jsonValue(),
    fc.constantFrom('x'.repeat(5000), 'MERGED', 'DECLINED', 'resolved', 'FAILED', { raw: 'a <b>' }, SHA),
  );
  const fields = fc.dictionary(
    fc.constantFrom(
      ...['title', 'description', 'state', 'name', 'refname', 'url', 'kind', 'priority', 'author', 'links'],
      ...['message', 'parents', 'commit', 'merge_commit', 'draft', 'updated_on', 'user', 'key'],
    ),
    value,
  );
  const at = '2026-03-01T10:00:00+00:00';
  const times = { created_on: at, updated_on: at };
  fc.assert(
    fc.property(
      fc.constantFrom(...bitbucketSource.events),
      fc.oneof(fc.jsonValue(), fc.tuple(fields, fields)),
      (event, sent) => {
        const over = Array.isArray(sent) ? (sent[0] as object) : {};
        const hostile = {
          repository,
          pullrequest: { id: 1, state: 'OPEN', source: {}, destination: {}, ...times, ...over },
          commit_status: { key: 'k', state: 'SUCCESSFUL', ...times, ...over },
          issue: { id: 1, state: 'new', ...times, ...over },
          push: {
            changes: [{ new: { type: 'branch', ...over }, commits: [{ hash: SHA, date: at, ...over }] }],
          },
          approval: { date: at, ...over },
        };
        try {
          mapChecked(bitbucketSource, event, Array.isArray(sent) ? hostile : sent);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      },
    ),
    { numRuns: 800 },
  );
});
