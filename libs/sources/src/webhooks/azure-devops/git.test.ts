import { expect, test } from 'vitest';
import { mapChecked } from '../map-checked.ts';
import { azureDevopsSource } from './index.ts';
import { pullRequest, push } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const map = (content: Json) => mapChecked(azureDevopsSource, String(content['eventType']), content)[0];
const change = (event: string, changes: Json = {}) => map(pullRequest(event, changes))?.changes?.[0];

test('a push tells its commits', () => {
  expect(map(push())).toEqual({
    repository: 'Shop/api',
    defaultBranch: 'main',
    commits: [
      {
        sha: '33b55f7cb7e7e245323987634f960cf4a6e6bc74',
        repository: 'Shop/api',
        branch: 'main',
        author: { name: 'Jo', kind: 'user', email: 'jo@example.com' },
        authoredAt: new Date('2026-03-01T11:00:00Z'),
        committedAt: new Date('2026-03-01T11:30:00Z'),
        message: 'fix: basket\n\nby half',
      },
    ],
  });
});

test('a push without commits, such as of a deleted branch, carries nothing', () => {
  for (const commits of [[], null, undefined]) expect(map(push({ commits }))).toBeUndefined();
  const both = [{ name: 'refs/heads/main' }, { name: 'refs/tags/v1' }];
  expect(map(push({ refUpdates: both }))?.commits?.[0]?.branch).toBeNull();
});

test('a pull request as it stands', () => {
  expect(map(pullRequest('created'))).toEqual({
    repository: 'Shop/api',
    defaultBranch: 'main',
    changes: [
      {
        externalId: 'Shop/api#7',
        source: 'azure-devops',
        repository: 'Shop/api',
        number: 7,
        title: 'Faster checkout',
        author: { name: 'Jo', kind: 'user' },
        branch: 'faster',
        targetBranch: 'main',
        openedAt: new Date('2026-03-01T10:00:00.589Z'),
        mergedAt: null,
        closedAt: null,
        headCommit: '5'.repeat(40),
        mergeCommit: null,
        updatedAt: new Date('2026-03-01T12:30:00.123Z'),
        url: 'https://dev.azure.com/acme/Shop/_git/api/pullrequest/7',
      },
    ],
  });
});

test('a trial merge is no merge', () => {
  expect(change('merged')).toMatchObject({ mergedAt: null, mergeCommit: null });
  const closedDate = '2026-03-01T12:00:00.3660573Z';
  const at = new Date('2026-03-01T12:00:00.366Z');
  expect(change('updated', { status: 'completed', closedDate })).toMatchObject({
    mergedAt: at,
    closedAt: at,
    mergeCommit: 'e'.repeat(40),
  });
  expect(change('updated', { status: 'abandoned', closedDate })).toMatchObject({
    mergedAt: null,
    closedAt: at,
  });
});

test('labels and work items are told only where the event has them', () => {
  expect(change('updated')).not.toHaveProperty('labels');
  expect(
    change('updated', { labels: [{ name: 'fast' }, { name: ' ' }], workItemRefs: [{ id: '5' }, { id: 5 }] }),
  ).toMatchObject({ labels: ['fast'], linkedIssues: ['5'] });
});
