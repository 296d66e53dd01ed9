import { beforeAll, describe, expect, test } from 'vitest';
import { aJob, aMeasurement, aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, ...(json === undefined ? {} : { json }) });
const sendJobs = (...jobs: unknown[]) => admin('POST', '/api/pipeline/jobs', { jobs });
const counts = (created: number, updated: number, unchanged: number) => ({
  received: created + updated + unchanged,
  ...{ created, updated, unchanged },
});

beforeAll(() => server().createWorkload('my-team'));

describe('POST /api/pipeline/jobs', () => {
  test('200: the jobs of an attempt stand with their run, in the order in which they began', async () => {
    await admin('POST', '/api/pipeline/runs', { runs: [aPipelineRun({ externalId: 'r', job: 'whole' })] });
    const second = aJob({ run: 'r', externalId: 'j2', startedAt: '2026-03-02T10:02:10Z', runner: null });
    const first = aJob({ run: 'r', externalId: 'j1' });
    const other = aJob({ run: 'r', externalId: 'j3', attempt: 2 });
    expect((await sendJobs(second, first, other)).body).toEqual(counts(3, 0, 0));
    expect((await sendJobs(second, first, other)).body).toEqual(counts(0, 0, 3));
    const { runs } = (await admin('GET', '/api/pipeline/runs?job=whole')).body;
    const run = (await admin('GET', `/api/pipeline/runs/${runs[0].runId}`)).body;
    expect(run.jobs).toMatchObject([
      { externalId: 'j1', stage: 'test', runner: 'ubuntu-latest', durationSeconds: 180, queueSeconds: 10 },
      { externalId: 'j2', runner: null, durationSeconds: 60 },
    ]);
  });

  test('200: a late message never sets a completed job back', async () => {
    const done = aJob({ externalId: 'late' });
    const running = { ...done, status: 'running', conclusion: null, finishedAt: null };
    await sendJobs(done);
    expect((await sendJobs(running)).body).toEqual(counts(0, 0, 1));
  });

  test('400: a job that contradicts itself, naming its place', async () => {
    const problem = expectProblem(await sendJobs(aJob(), aJob({ conclusion: null })), 400, 'invalid-input');
    expect(problem.errors![0]!.path).toBe('jobs[1].conclusion');
    expectProblem(await sendJobs({ ...aJob(), runnner: 'x' }), 400, 'invalid-input');
  });
});

describe('POST /api/measurements', () => {
  const send = (...measurements: unknown[]) => admin('POST', '/api/measurements', { measurements });

  test('200: by source, repository, branch, metric, path and time', async () => {
    const one = aMeasurement();
    expect((await send(one, { ...one, path: 'a.ts' }, { ...one, branch: 'main' })).body).toEqual(
      counts(3, 0, 0),
    );
    expect((await send(one)).body).toEqual(counts(0, 0, 1));
    expect((await send({ ...one, value: 1.5 })).body).toEqual(counts(0, 1, 0));
  });

  test('400: no number, no name of a metric', async () => {
    for (const over of [{ value: '5' }, { value: 1e400 }, { metric: 'Lines of code' }, { metric: '' }])
      expectProblem(await send({ ...aMeasurement(), ...over }), 400, 'invalid-input');
  });
});
