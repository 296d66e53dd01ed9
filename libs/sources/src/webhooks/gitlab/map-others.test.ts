import { expect, test } from 'vitest';
import { mapEvent, project, SHA } from './test-events.ts';

test('Push Hook: commits of branches, with the names of their files', () => {
  const commit = {
    id: SHA,
    message: 'feat: x',
    timestamp: '2026-03-01T10:00:00+01:00',
    author: { name: 'Jo', email: 'jo@example.com' },
    added: ['a'],
    modified: ['b', 'a'],
  };
  const push = (ref: string) => mapEvent('Push', { ref, project, commits: [commit] });
  expect(push('refs/heads/main')!.commits).toMatchObject([
    {
      sha: SHA,
      branch: 'main',
      committedAt: new Date('2026-03-01T09:00:00Z'),
      files: [{ path: 'a' }, { path: 'b' }],
    },
  ]);
  expect(push('refs/tags/v1')).toBeUndefined();
});

test('what a commit lacks, hides or overdoes does not refuse a push', () => {
  const commit = (over: object) =>
    mapEvent('Push', {
      ...{ ref: 'refs/heads/main', project },
      commits: [{ id: SHA, timestamp: '2026-03-01T10:00:00Z', ...over }],
    })!.commits![0]!;
  expect(commit({})).toMatchObject({ author: null, message: null });
  expect(commit({})).not.toHaveProperty('files');
  const author = { name: 'renovate[bot]', email: '[REDACTED]' };
  expect(commit({ author }).author).toEqual({ name: 'renovate[bot]', email: null, kind: 'bot' });
  expect(commit({ timestamp: '1901-12-13T20:45:52Z' }).committedAt).toEqual(new Date(0));
  const added = Array.from({ length: 6000 }, (_, index) => `${index}`);
  expect(commit({ added, removed: ['0', ' '] }).files).toHaveLength(5000);
});

test('Issue Hook: a work item, or an incident', () => {
  const issue = (over: object = {}) =>
    mapEvent('Issue', {
      ...{ project, labels: [{ title: 'type::bug' }, { title: 'bug' }] },
      object_attributes: {
        iid: 4,
        title: 'Broken',
        state: 'opened',
        created_at: '2026-03-01T10:00:00Z',
        ...over,
      },
    })!;
  expect(issue().issues).toMatchObject([{ externalId: 'acme/web/shop#4', type: 'bug', closedAt: null }]);
  expect(
    issue({ type: 'Incident', severity: 'high', state: 'closed', closed_at: '2026-03-01T12:00:00Z' })
      .incidents,
  ).toMatchObject([
    { externalId: 'acme/web/shop#4', severity: 'high', resolvedAt: new Date('2026-03-01T12:00:00Z') },
  ]);
});

test('an incident is no issue; an epic belongs to no project; a task keeps its type', () => {
  const issue = (type: string, over: object = {}) =>
    mapEvent('Confidential Issue', {
      ...{
        project,
        object_attributes: { iid: 4, state: 'opened', type, created_at: '2026-03-01T10:00:00Z' },
      },
      ...over,
    });
  expect(issue('Incident')).toMatchObject({
    deletedIssues: ['acme/web/shop#4'],
    incidents: [{ resolvedAt: null }],
  });
  expect(issue('Epic', { project: null })).toBeUndefined();
  expect(issue('Task')!.issues).toMatchObject([{ type: 'task' }]);
  const labels = [{ title: 'bug' }, { title: 'priority::2' }, { title: 'escaped' }];
  expect(issue('Issue', { labels })!.issues).toMatchObject([
    { type: 'bug', environmentFound: 'production', labels: ['bug', 'priority::2', 'escaped'] },
  ]);
});
