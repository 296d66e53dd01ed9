import { describe, expect, test } from 'vitest';
import { AT, cdEvent, mapEvent } from './test-events.ts';

const at = new Date(AT);

describe('pipeline runs', () => {
  const content = { pipelineName: 'release', uri: 'https://tekton.example/runs/7' };

  test('each event of a run tells its own moment of the same run', () => {
    const run = {
      externalId: '/ci/tekton#subject-7',
      source: 'cdevents',
      repository: 'release',
      job: 'release',
      branch: null,
      commit: null,
      attempt: 1,
      actor: null,
      url: 'https://tekton.example/runs/7',
    };
    expect(mapEvent(cdEvent('pipelinerun.queued', content)).runs).toEqual([
      { ...run, status: 'queued', conclusion: null, queuedAt: at },
    ]);
    expect(mapEvent(cdEvent('pipelinerun.started', content)).runs).toEqual([
      { ...run, status: 'running', conclusion: null, startedAt: at },
    ]);
    expect(mapEvent(cdEvent('pipelinerun.finished', { ...content, outcome: 'success' })).runs).toEqual([
      { ...run, status: 'completed', conclusion: 'success', finishedAt: at },
    ]);
  });

  test.each([
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['Timeout', 'timed-out'],
    ['skip', 'skipped'],
    ['toString', 'neutral'],
    [undefined, 'neutral'],
  ])('the outcome %s becomes %s', (outcome, conclusion) => {
    expect(mapEvent(cdEvent('pipelinerun.finished', { outcome })).runs).toMatchObject([{ conclusion }]);
  });

  test('a sender may add what the specification has no field for', () => {
    const customData = {
      repository: 'acme/shop',
      branch: 'refs/heads/main',
      commit: 'ABCDEF1',
      author: 'renovate[bot]',
    };
    expect(mapEvent(cdEvent('pipelinerun.started', content, { customData }))).toMatchObject({
      repository: 'acme/shop',
      runs: [
        {
          repository: 'acme/shop',
          branch: 'main',
          commit: 'abcdef1',
          actor: { name: 'renovate[bot]', kind: 'bot' },
        },
      ],
    });
  });
});

describe('jobs', () => {
  test('a run of a task is a job of its pipeline’s run', () => {
    const content = { taskName: 'unit', pipelineRun: { id: 'run-1' }, outcome: 'failure' };
    expect(mapEvent(cdEvent('taskrun.finished', content)).jobs).toMatchObject([
      {
        externalId: '/ci/tekton#subject-7',
        run: '/ci/tekton#run-1',
        name: 'unit',
        conclusion: 'failure',
        finishedAt: at,
      },
    ]);
    expect(
      mapEvent(cdEvent('taskrun.started', { pipelineRun: { id: 'run-1', source: '/other' } })).jobs,
    ).toMatchObject([{ run: '/other#run-1', name: 'task', status: 'running' }]);
  });

  test('a task outside of a pipeline stands as its own run', () => {
    expect(mapEvent(cdEvent('taskrun.queued')).jobs).toMatchObject([
      { run: '/ci/tekton#subject-7', status: 'queued', queuedAt: at },
    ]);
  });

  test('a build that made an artifact has succeeded, one that tells nothing is neutral', () => {
    const artifactId = 'pkg:oci/shop@sha256%3Aabc';
    expect(mapEvent(cdEvent('build.finished', { artifactId })).jobs).toMatchObject([
      { name: 'build', stage: 'build', conclusion: 'success' },
    ]);
    expect(mapEvent(cdEvent('build.finished')).jobs).toMatchObject([{ conclusion: 'neutral' }]);
    expect(mapEvent(cdEvent('build.queued')).jobs).toMatchObject([{ status: 'queued', queuedAt: at }]);
  });
});
