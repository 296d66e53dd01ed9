import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { circleciSource } from './index.ts';
import { jobCompleted, workflowCompleted } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const workflow = (changes: Json = {}, whole: Json = {}) =>
  mapChecked(circleciSource, 'workflow-completed', workflowCompleted(changes, whole))[0];
const job = (changes: Json = {}) => mapChecked(circleciSource, 'job-completed', jobCompleted(changes))[0];

test('a workflow is a run', () => {
  expect(workflow()).toEqual({
    repository: 'acme/shop',
    runs: [
      {
        externalId: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
        source: 'circleci',
        repository: 'acme/shop',
        job: 'build-test',
        branch: 'main',
        commit: '1dc6aa69429bff4806ad6afe58d3d8f57e25973e',
        event: 'webhook',
        status: 'completed',
        conclusion: 'success',
        attempt: 1,
        startedAt: new Date('2026-03-01T12:00:00Z'),
        finishedAt: new Date('2026-03-01T12:04:12.500Z'),
        actor: { name: 'renovate[bot]', kind: 'bot' },
        url: 'https://app.circleci.com/pipelines/github/acme/shop/130/workflows/fda08377',
      },
    ],
  });
});

test('a job belongs to its workflow', () => {
  expect(job()?.jobs).toEqual([
    {
      externalId: '8bd71c28-4969-3677-8940-3e3a61c46d4a',
      source: 'circleci',
      repository: 'acme/shop',
      run: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
      attempt: 1,
      name: 'unit',
      branch: 'main',
      commit: '1dc6aa69429bff4806ad6afe58d3d8f57e25973e',
      status: 'completed',
      conclusion: 'failure',
      startedAt: new Date('2026-03-01T12:00:30Z'),
      finishedAt: new Date('2026-03-01T12:01:00Z'),
    },
  ]);
  expect(job({ started_at: null, stopped_at: null, status: 'not_run' })?.jobs?.[0]).toMatchObject({
    conclusion: 'skipped',
    startedAt: null,
  });
});

test('every status has one of ours; a new one is neutral', () => {
  const state = (status: string) => workflow({ status })?.runs?.[0];
  const conclusions = ['success', 'failed', 'error', 'canceled', 'unauthorized', 'new', 'toString'];
  expect(conclusions.map((word) => state(word)?.conclusion)).toEqual([
    'success',
    'failure',
    'failure',
    'cancelled',
    'failure',
    'neutral',
    'neutral',
  ]);
  expect(state('on_hold')).toMatchObject({ status: 'running', conclusion: null, finishedAt: null });
});

test('one that stopped before it began took no time', () => {
  const [run] = workflow({ stopped_at: '2026-03-01T11:00:00Z' })?.runs ?? [];
  expect(run?.finishedAt).toEqual(run?.startedAt);
  expect(workflow({ stopped_at: null })?.runs?.[0]?.finishedAt).toEqual(new Date('2026-03-01T12:05:00Z'));
});

describe('the repository', () => {
  const ids = { id: 'p1', slug: 'circleci/9YytKzouJxzu4TjCRFqAoD/44n9wujWcTnVZ2b5S8Fnat', name: 'web' };
  test('is that of the slug, so that a fork counts to where it goes', () => {
    for (const slug of ['gh/acme/shop', 'github/acme/shop', 'bb/acme/shop'])
      expect(workflow({}, { project: { slug } })?.repository).toBe('acme/shop');
  });

  test('else that of an address', () => {
    expect(workflow({}, { project: ids })?.repository).toBe('acme/shop');
    const git = { repo_url: 'https://gitlab.com/acme/team/web.git', branch: 'main', checkout_sha: 'abcdef1' };
    const pipeline = { trigger_parameters: { git } };
    expect(workflow({}, { project: ids, pipeline })).toMatchObject({
      repository: 'acme/team/web',
      runs: [{ branch: 'main', commit: 'abcdef1', actor: null }],
    });
  });

  test('else the project by its names', () => {
    expect(workflow({}, { project: ids, pipeline: null })).toMatchObject({
      services: ['acme/web', 'web', ids.slug, 'p1'],
      runs: [{ repository: 'acme/web', commit: null }],
    });
  });
});

test('a payload that is none names its field; other events carry nothing', () => {
  const refused = (changes: Json) =>
    refusalOf(circleciSource, 'workflow-completed', workflowCompleted(changes));
  expect(refused({ id: null })).toMatch(/^malformed-body: workflow\.id: /);
  expect(refused({ created_at: 'soon' })).toBe('malformed-body: workflow.created_at: must be a time');
  expect(circleciSource.map('ping', null, {})).toEqual([]);
});
