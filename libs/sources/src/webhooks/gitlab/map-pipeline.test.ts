import { describe, expect, test } from 'vitest';
import { refusalOf } from '../map-checked.ts';
import { gitlabSource } from './index.ts';
import { mapEvent, project, SHA } from './test-events.ts';

describe('Pipeline Hook', () => {
  const pipeline = (over: object = {}, builds: object[] = []) =>
    mapEvent('Pipeline', {
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
    expect(rows.jobs![0]!.url).toBe('https://gitlab.example/acme/web/shop/-/jobs/381');
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

  test('without a job it starts after its wait; a job that took too long is told from one that failed', () => {
    expect(pipeline().runs![0]!.startedAt).toEqual(new Date('2026-03-01T12:00:05Z'));
    expect(pipeline({ queued_duration: null }).runs![0]!.startedAt).toBeNull();
    const build = (failure_reason: string) => ({ id: 1, name: 'e2e', status: 'failed', failure_reason });
    const { jobs } = pipeline({}, [build('job_execution_timeout'), build('script_failure')]);
    expect(jobs!.map((job) => job.conclusion)).toEqual(['timed-out', 'failure']);
  });
});

describe('Job Hook', () => {
  const job = {
    ...{ build_id: 7, build_name: 'deploy', build_stage: 'deploy', build_status: 'failed', sha: SHA },
    ...{ build_started_at: '2026-03-01T12:00:00Z', build_finished_at: '2026-03-01T12:01:00Z' },
    ...{ pipeline_id: 31, ref: 'main', retries_count: 2, project },
  };

  test('a job of its pipeline; a retried one is another', () => {
    const { url } = mapEvent('Job', job)!.jobs![0]!;
    expect(url).toBe('https://gitlab.example/acme/web/shop/-/jobs/7');
    expect(mapEvent('Job', job)).toMatchObject({
      ...{ repository: 'acme/web/shop', defaultBranch: 'main' },
      jobs: [{ externalId: '7', run: '31', attempt: 1, conclusion: 'failure', stage: 'deploy' }],
    });
  });

  test('an old version tells its project by its addresses or name, its pipeline by the “commit”', () => {
    const { project: _, pipeline_id: __, ...old } = job;
    const repository = { git_http_url: 'https://gitlab.example/acme/web/shop.git' };
    expect(mapEvent('Job', { ...old, repository, commit: { id: 30 } })).toMatchObject({
      ...{ repository: 'acme/web/shop', jobs: [{ run: '30' }] },
    });
    const named = mapEvent('Job', { ...old, project_name: 'Acme / shop', commit: { id: 30 } });
    expect(named).toMatchObject({ repository: 'Acme/shop' });
    expect(refusalOf(gitlabSource, 'Job Hook', old)).toContain('malformed-body: pipeline_id');
  });
});
