import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { gitlabSource } from './index.ts';

const SHA = 'a'.repeat(40);
const project = {
  path_with_namespace: 'acme/web/shop',
  default_branch: 'main',
  web_url: 'https://gitlab.example/acme/web/shop',
};
const map = (event: string, content: object) => mapChecked(gitlabSource, `${event} Hook`, content)[0];

describe('Pipeline Hook', () => {
  const pipeline = (over: object = {}, builds: object[] = []) =>
    map('Pipeline', {
      project,
      user: { username: 'jo' },
      builds,
      object_attributes: {
        ...{ id: 31, ref: 'main', sha: SHA, source: 'push', status: 'success', queued_duration: 5 },
        ...{ created_at: '2026-03-01 12:00:00 UTC', finished_at: '2026-03-01 12:03:01 UTC', ...over },
      },
    })!;

  test('a pipeline is a run, from the start of its first job', () => {
    const build = {
      ...{ id: 380, stage: 'test', name: 'unit', status: 'success', created_at: '2026-03-01 12:00:00 UTC' },
      ...{ started_at: '2026-03-01 12:00:10 UTC', finished_at: '2026-03-01 12:02:00 UTC' },
      runner: { description: 'shared-7', tags: ['linux', 'docker'] },
    };
    const rows = pipeline({}, [{ ...build, id: 381, started_at: '2026-03-01 12:00:20 UTC' }, build]);
    expect(rows).toMatchObject({ repository: 'acme/web/shop', defaultBranch: 'main' });
    expect(rows.runs).toMatchObject([
      {
        ...{
          externalId: '31',
          job: 'pipeline',
          branch: 'main',
          commit: SHA,
          event: 'push',
          status: 'completed',
        },
        ...{
          conclusion: 'success',
          queuedAt: new Date('2026-03-01T12:00:00Z'),
          actor: { name: 'jo', kind: 'user' },
        },
        ...{ startedAt: new Date('2026-03-01T12:00:10Z'), finishedAt: new Date('2026-03-01T12:03:01Z') },
        url: 'https://gitlab.example/acme/web/shop/-/pipelines/31',
      },
    ]);
    expect(rows.jobs).toHaveLength(2);
    expect(rows.jobs![1]).toMatchObject({ externalId: '380', run: '31', stage: 'test', runner: 'linux' });
  });

  test('one that goes on has no end; a tag is no branch; a status that is new waits', () => {
    expect(pipeline({ status: 'running' }).runs![0]).toMatchObject({
      status: 'running',
      conclusion: null,
      finishedAt: null,
    });
    expect(pipeline({ tag: true, ref: 'v1' }).runs![0]!.branch).toBeNull();
    expect(pipeline({ status: 'unheard_of' }).runs![0]).toMatchObject({ status: 'queued', conclusion: null });
    expect(pipeline({ status: 'canceled' }).runs![0]).toMatchObject({ conclusion: 'cancelled' });
  });
});

test('Job Hook: a job of its pipeline, its repository told from its address', () => {
  const job = {
    ...{
      build_id: 7,
      build_name: 'deploy',
      build_stage: 'deploy',
      build_status: 'failed',
      ref: 'main',
      sha: SHA,
    },
    ...{
      build_started_at: '2026-03-01T12:00:00Z',
      build_finished_at: '2026-03-01T12:01:00Z',
      pipeline_id: 31,
    },
    repository: { git_http_url: 'https://gitlab.example/acme/web/shop.git' },
  };
  expect(map('Job', job)).toMatchObject({
    repository: 'acme/web/shop',
    jobs: [{ externalId: '7', run: '31', status: 'completed', conclusion: 'failure' }],
  });
  const { pipeline_id: _, ...old } = job;
  expect(map('Job', { ...old, commit: { id: 30 } })!.jobs).toMatchObject([{ run: '30' }]);
});

test('Deployment Hook: whole hash from the commit’s address, production by its tier or name', () => {
  const deployment = (over: object = {}) =>
    map('Deployment', {
      ...{ project, deployment_id: 15, status: 'success', status_changed_at: '2026-03-01 21:50:00 +0200' },
      ...{ environment: 'live-eu', environment_tier: 'production', short_sha: 'aaaaaaaa' },
      ...{ commit_url: `https://gitlab.example/acme/web/shop/-/commit/${SHA}`, ...over },
    })?.deployments![0];
  expect(deployment()).toMatchObject({
    ...{ externalId: '15', commit: SHA, production: true, status: 'success', environment: 'live-eu' },
    finishedAt: new Date('2026-03-01T19:50:00Z'),
  });
  expect(deployment({ status: 'running', environment_tier: 'staging' })).toMatchObject({
    ...{ status: 'running', production: null, finishedAt: null },
  });
  expect(deployment({ status: 'unheard of' })).toBeUndefined();
});

describe('Merge Request Hook', () => {
  const request = (over: object = {}, rest: object = {}) =>
    map('Merge Request', {
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
    })!.changes![0];

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
});

test('Push Hook: commits of branches, with the names of their files', () => {
  const commit = {
    id: SHA,
    message: 'feat: x',
    timestamp: '2026-03-01T10:00:00+01:00',
    author: { name: 'Jo', email: 'jo@example.com' },
    added: ['a'],
    modified: ['b', 'a'],
  };
  const push = (ref: string) => map('Push', { ref, project, commits: [commit] });
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

test('Issue Hook: a work item, or an incident', () => {
  const issue = (over: object = {}) =>
    map('Issue', {
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

describe('GitLab', () => {
  test('is believed by its token alone', () => {
    const verify = (token?: string) =>
      gitlabSource.verify('a secret token', { headers: { 'x-gitlab-token': token }, body: '{}' });
    expect([verify('a secret token'), verify('a secret toke'), verify(''), verify(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(gitlabSource.verify('', { headers: { 'x-gitlab-token': '' }, body: '' })).toBe(false);
  });

  test('other events carry nothing; a malformed payload is refused by its path', () => {
    expect(gitlabSource.map('Note Hook', {}, {})).toEqual([]);
    expect(gitlabSource.map('constructor', {}, {})).toEqual([]);
    expect(refusalOf(gitlabSource, 'Push Hook', { ref: 'refs/heads/main', project: {} })).toContain(
      'malformed-body: project.path_with_namespace',
    );
  });
});
