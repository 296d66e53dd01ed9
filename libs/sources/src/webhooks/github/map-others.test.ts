import { describe, expect, test } from 'vitest';
import { mapChecked, refusal } from './test-payloads.ts';

const repository = { full_name: 'acme/shop-api', default_branch: 'main' };
const SHA = 'a'.repeat(40);

describe('workflow_job', () => {
  const job = (over: object = {}) =>
    mapChecked('workflow_job', {
      repository,
      workflow_job: {
        ...{ id: 7, run_id: 5, run_attempt: 2, name: 'unit tests', head_branch: 'main', head_sha: SHA },
        ...{ status: 'completed', conclusion: 'failure', labels: ['self-hosted', 'gpu'] },
        ...{ created_at: '2026-03-01T12:00:00Z', started_at: '2026-03-01T12:00:05Z' },
        ...{ completed_at: '2026-03-01T12:01:32Z', ...over },
      },
    })?.jobs[0];

  test('a completed job of an attempt, with the machine that it asked for', () => {
    expect(job()).toMatchObject({
      ...{ externalId: '7', run: '5', attempt: 2, name: 'unit tests', runner: 'gpu', status: 'completed' },
      ...{ conclusion: 'failure', finishedAt: new Date('2026-03-01T12:01:32Z') },
    });
  });

  test('a job that waits has no start, and none that goes on an end', () => {
    expect(
      job({ status: 'queued', conclusion: null, labels: [], runner_group_name: 'Default' }),
    ).toMatchObject({
      ...{ status: 'queued', conclusion: null, startedAt: null, finishedAt: null, runner: 'Default' },
    });
    expect(job({ status: 'in_progress', conclusion: null })).toMatchObject({ finishedAt: null });
  });
});

describe('check_run', () => {
  const check = (over: object = {}) =>
    mapChecked('check_run', {
      repository,
      check_run: {
        ...{ id: 4, name: 'ci/outside', head_sha: SHA, status: 'completed', conclusion: 'neutral' },
        ...{
          started_at: '2026-03-01T12:00:00Z',
          completed_at: '2026-03-01T12:02:00Z',
          app: { slug: 'other-ci', name: 'Other CI' },
        },
        ...over,
      },
    });

  test('another system’s check is a run; GitHub’s own are told by their workflow', () => {
    expect(check()!.runs[0]).toMatchObject({
      externalId: 'check-4',
      job: 'Other CI/ci/outside',
      conclusion: 'neutral',
      finishedAt: new Date('2026-03-01T12:02:00Z'),
    });
    expect(check({ app: null })!.runs[0]!.job).toBe('ci/outside');
    expect(check({ completed_at: null })!.runs[0]).toMatchObject({ status: 'completed', finishedAt: null });
    expect(check({ status: 'in_progress' })!.runs[0]).toMatchObject({ conclusion: null, finishedAt: null });
    expect(check({ app: { slug: 'github-actions' } })).toBeNull();
    expect(check({ started_at: null, completed_at: null })).toBeNull();
  });
});

test('deployment: it waits, until a status tells more', () => {
  const deployment = { id: 1, sha: SHA, environment: 'production', created_at: '2026-03-01T12:00:00Z' };
  expect(mapChecked('deployment', { repository, deployment })!.deployments).toMatchObject([
    { externalId: '1', status: 'queued', environment: 'production' },
  ]);
});

describe('pull_request_review', () => {
  const review = (over: object = {}) =>
    mapChecked('pull_request_review', {
      repository,
      review: {
        id: 9,
        state: 'APPROVED',
        submitted_at: '2026-03-01T12:00:00Z',
        user: { login: 'kim', type: 'User' },
        ...over,
      },
      pull_request: {
        ...{ number: 12, title: 'Faster', user: { login: 'jo' }, created_at: '2026-03-01T10:00:00Z' },
        ...{ head: { ref: 'x', sha: SHA }, base: { ref: 'main' }, updated_at: '2026-03-01T12:00:00Z' },
        ...{ body: 'fixes #3', labels: [{ name: 'fast' }], draft: false, merge_commit_sha: SHA },
      },
    });

  test('a review with its reviewer, in the pull request’s own row', () => {
    expect(review()!.changes[0]).toMatchObject({
      ...{ externalId: 'acme/shop-api#12', approvedAt: new Date('2026-03-01T12:00:00Z') },
      reviews: [{ externalId: '9', state: 'approved', reviewer: { name: 'kim', kind: 'user' } }],
      ...{ linkedIssues: ['acme/shop-api#3'], labels: ['fast'], mergeCommit: null, mergedAt: null },
    });
    const bot = review({ state: 'commented', user: { login: 'copilot[bot]', type: 'Bot' } })!.changes[0]!;
    expect(bot).toMatchObject({ reviews: [{ state: 'commented', reviewer: { kind: 'bot' } }] });
    expect(bot).not.toHaveProperty('approvedAt');
    expect(bot).not.toHaveProperty('readyAt');
    expect(review({ state: 'dismissed' })!.changes[0]!.reviews).toMatchObject([
      { externalId: '9', state: 'dismissed', submittedAt: new Date('2026-03-01T12:00:00Z') },
    ]);
  });

  test('one that was not submitted, or of a state that is new, is none', () => {
    expect(review({ submitted_at: null })).toBeNull();
    expect(review({ state: 'pending' })).toBeNull();
  });
});

describe('issues', () => {
  const issue = (over: object = {}, action = 'opened') =>
    mapChecked('issues', {
      action,
      repository,
      issue: { number: 3, title: 'Broken', created_at: '2026-03-01T10:00:00Z', ...over },
    });

  test('type, priority and where it was found are told from its type and labels', () => {
    const labels = ['kind/bug', 'priority: high', 'env: production'].map((name) => ({ name }));
    expect(issue({ labels })!.issues[0]).toMatchObject({
      ...{ externalId: 'acme/shop-api#3', type: 'bug', priority: 'high', environmentFound: 'production' },
      closedAt: null,
    });
    expect(issue({ labels, type: { name: 'Task' } })!.issues[0]).toMatchObject({ type: 'task' });
    expect(issue({ labels: [{ name: 'enhancement' }, { name: 'P2' }] })!.issues[0]).toMatchObject({
      ...{ type: 'feature', priority: 'P2', environmentFound: null },
    });
  });

  test('deleted and moved ones are no more; a pull request is none', () => {
    expect(issue({}, 'deleted')!.deletedIssues).toEqual(['acme/shop-api#3']);
    expect(issue({}, 'transferred')!.deletedIssues).toEqual(['acme/shop-api#3']);
    expect(issue({ pull_request: { url: 'x' } })).toBeNull();
  });
});

test('release: published, it is a deployment that never counts as production', () => {
  const release = { id: 2, target_commitish: SHA, published_at: '2026-03-01T12:00:00Z' };
  const map = (over: object = {}, action = 'published') =>
    mapChecked('release', { action, repository, release: { ...release, ...over } });
  expect(map()!.deployments).toMatchObject([
    { externalId: 'release-2', environment: 'release', production: false, commit: SHA },
  ]);
  expect(map()!.deployments).toEqual(map({}, 'released')!.deployments);
  expect(map({ target_commitish: 'main' })!.deployments[0]!.commit).toBeNull();
  expect([map({ prerelease: true }), map({ draft: true }), map({}, 'edited')]).toEqual([null, null, null]);
});

test('a payload whose needed field does not fit is refused by its path', () => {
  expect(refusal('workflow_job', { repository, workflow_job: { id: 1 } })).toContain(
    'malformed-body: workflow_job.run_id',
  );
  expect(refusal('issues', { repository: { full_name: 'x' } })).toContain(
    'malformed-body: repository.full_name',
  );
});
