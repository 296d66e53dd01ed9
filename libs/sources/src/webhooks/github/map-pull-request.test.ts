import { describe, expect, test } from 'vitest';
import { linkedIssues } from '../linked-issues.ts';
import { mapChecked, payload, refusal } from './test-payloads.ts';

const change = (changes: Record<string, unknown> = {}, action = 'closed') =>
  mapChecked('pull_request', { ...payload('pull-request', 'pull_request', changes), action })?.changes[0];

describe('pull_request', () => {
  test('a merged pull request', () => {
    expect(change()).toEqual({
      externalId: 'acme/shop-api#12',
      source: 'github',
      repository: 'acme/shop-api',
      number: 12,
      title: 'Faster checkout',
      author: { name: 'jo', kind: 'user' },
      branch: 'faster-checkout',
      targetBranch: 'main',
      openedAt: new Date('2026-02-28T09:00:00Z'),
      mergedAt: new Date('2026-03-01T11:50:00Z'),
      closedAt: new Date('2026-03-01T11:50:00Z'),
      addedLines: 40,
      deletedLines: 12,
      changedFiles: 3,
      headCommit: 'a'.repeat(40),
      mergeCommit: 'b'.repeat(40),
      linkedIssues: ['acme/shop-api#3', 'acme/web#4', 'acme/docs#5'],
      labels: ['performance'],
      url: 'https://github.com/acme/shop-api/pull/12',
      updatedAt: new Date('2026-03-01T11:50:01Z'),
    });
  });

  test('the trial merge of an open pull request is not its merge commit', () => {
    expect(change({ merged_at: null, closed_at: null }, 'synchronize')).toMatchObject({
      mergeCommit: null,
      mergedAt: null,
      closedAt: null,
    });
  });

  test('readyAt comes from the event that says so, and is left out by all others', () => {
    const updated = { updated_at: '2026-02-28T10:00:00Z' };
    expect(change(updated, 'ready_for_review')).toMatchObject({ readyAt: new Date('2026-02-28T10:00:00Z') });
    expect(change({ ...updated, draft: true }, 'converted_to_draft')).toMatchObject({ readyAt: null });
    for (const action of ['opened', 'labeled', 'closed'])
      expect(change(updated, action)).not.toHaveProperty('readyAt');
  });

  test('what is missing or over-long does not refuse a pull request', () => {
    const bare = {
      user: null,
      body: null,
      labels: null,
      additions: undefined,
      deletions: null,
      draft: undefined,
    };
    expect(change(bare)).toMatchObject({ author: null, linkedIssues: [], labels: [] });
    expect(change(bare)?.addedLines).toBeUndefined();
    const labels = Array.from({ length: 150 }, (_, index) => ({ name: `${index}-${'x'.repeat(300)}` }));
    const long = change({
      title: '🎯'.repeat(2000),
      labels,
      body: Array.from({ length: 400 }, (_, index) => `fixes #${index}`).join('\n'),
    });
    expect(long?.title).toHaveLength(1000);
    expect(long?.labels).toHaveLength(100);
    expect(long?.linkedIssues).toHaveLength(200);
    expect(change({ title: ' \u0000 ' })).toMatchObject({ title: null });
  });

  test('a payload without a pull request is refused by its field', () => {
    expect(refusal('pull_request', payload('pull-request', undefined, { pull_request: undefined }))).toMatch(
      /^malformed-body: pull_request: /,
    );
    expect(refusal('pull_request', payload('pull-request', 'pull_request', { number: 1.5 }))).toMatch(
      /^malformed-body: pull_request\.number: /,
    );
  });
});

test('issues are linked by GitHub’s keywords alone', () => {
  const link = (body: string): string[] => linkedIssues(body, 'a/b');
  for (const word of [
    'close',
    'closes',
    'closed',
    'fix',
    'fixes',
    'fixed',
    'resolve',
    'resolves',
    'RESOLVED:',
  ]) {
    expect(link(`${word} #7`)).toEqual(['a/b#7']);
  }
  for (const other of ['see #7', 'prefix #7', 'fixing #7', 'fixes#7', 'fixes #7a', 'fixes #', 'closes x#7']) {
    expect(link(other)).toEqual([]);
  }
  expect(link('fixes #1 <!-- fixes #2 --> fixes #3 <!-- fixes #4')).toEqual(['a/b#1', 'a/b#3']);
  expect(link('closes https://ghe.example:8443/x/y/issues/9')).toEqual(['x/y#9']);
  expect(link(`${'<!--'.repeat(20_000)}${'fixes '.repeat(20_000)}`)).toEqual([]);
});
