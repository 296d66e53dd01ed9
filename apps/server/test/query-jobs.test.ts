import { beforeAll, describe, expect, test, vi } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { openClient } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const QUERY = {
  queries: ['pipeline-runs', 'pipeline-success'],
  workloads: ['my-team'],
  dateRange: { start: '2026-03-01', end: '2026-03-03' },
};

beforeAll(async () => {
  await server().createWorkload('my-team');
  await server().createWorkload('other-team');
  const runs = [aPipelineRun(), aPipelineRun({ conclusion: 'failure' })];
  await server().call('POST', '/api/pipeline/runs', { token: server().admin, json: { runs } });
});

const start = (over: Record<string, unknown> = {}, token = server().admin) =>
  server().call('POST', '/api/query/async', { token, json: { ...QUERY, ...over } });
const read = (jobId: string, token = server().admin) =>
  server().call('GET', `/api/query/async/${jobId}`, { token });
const cancel = (jobId: string, token = server().admin) =>
  server().call('DELETE', `/api/query/async/${jobId}`, { token });
const ended = (jobId: string, token?: string) =>
  vi.waitFor(
    async () => {
      const { body } = await read(jobId, token);
      expect(['succeeded', 'failed', 'cancelled']).toContain(body.status);
      return body;
    },
    { timeout: 15_000, interval: 50 },
  );

/** Holds up every reader of runs until `release`. */
const holdRuns = async () => {
  const client = await openClient(server().databaseUrl);
  await client.query('begin; lock table pipeline_runs in access exclusive mode');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
};

describe('POST /api/query/async, GET /api/query/async/{jobId}', () => {
  test('202, then the very answer that the query gives; and it can be read again', async () => {
    const started = await start();
    expect(started.status, started.text).toBe(202);
    expect(started.body).toMatchObject({
      ...{ progress: { done: 0, of: 2 }, result: null, error: null },
      expires: expect.stringMatching(/Z$/),
    });
    const job = await ended(started.body.jobId as string);
    expect(job).toMatchObject({ status: 'succeeded', progress: { done: 2, of: 2 } });
    const direct = await server().call('POST', '/api/query', { token: server().admin, json: QUERY });
    expect({ ...job.result, asOf: '' }).toEqual({ ...direct.body, asOf: '' });
    expect((await read(started.body.jobId as string)).body).toEqual(job);
  });

  test('400, 404: what could not be run is refused at once', async () => {
    expectProblem(await start({ queries: ['no-such'] }), 400, 'unknown-metric');
    expectProblem(await start({ workloads: ['nowhere'] }), 404, 'workload-not-found');
    expectProblem(await start({ nonsense: 1 }), 400, 'invalid-input');
  });

  test('404: unknown, another’s, or of more workloads than the token may see', async () => {
    const { jobId } = (await start({ workloads: ['all'] })).body as { jobId: string };
    expectProblem(await read(UNKNOWN), 404, 'not-found');
    const { token: stranger } = await server().signIn({ username: 'stranger', role: 'admin' });
    const { token: narrow } = await server().serviceToken({ workloads: ['other-team'] });
    for (const token of [stranger, narrow]) {
      expectProblem(await read(jobId, token), 404, 'not-found');
      expectProblem(await cancel(jobId, token), 404, 'not-found');
    }
    expect((await ended(jobId)).status).toBe('succeeded');
  });

  test('a token’s job sees what the token sees', async () => {
    const { token } = await server().serviceToken({ workloads: ['other-team'] });
    const { jobId } = (await start({ workloads: ['all'] }, token)).body as { jobId: string };
    const job = await ended(jobId, token);
    expect(job.result.results[0].series.map((one: { group: unknown }) => one.group)).toEqual([
      { workload: 'other-team' },
    ]);
  });

  test('a user who was disabled meanwhile gets no answer', async () => {
    const release = await holdRuns();
    const { token, userId } = await server().signIn({ username: 'leaving', role: 'viewer' });
    const running = await start();
    const { jobId } = (await start({}, token)).body as { jobId: string };
    await server().call('PATCH', `/api/users/${userId}`, { token: server().admin, json: { disabled: true } });
    await release();
    await ended(running.body.jobId as string);
    const client = await openClient(server().databaseUrl);
    const row = await vi.waitFor(
      async () => {
        const { rows } = await client.query('select status, error from query_jobs where job_id = $1', [
          jobId,
        ]);
        expect(rows[0].status).toBe('failed');
        return rows[0];
      },
      { timeout: 10_000 },
    );
    expect(row.error).toMatchObject({ code: 'credential-revoked' });
    await client.end();
  });
});

describe('DELETE /api/query/async/{jobId}', () => {
  test('204: a running job ends, and its statement with it; one that waits never starts', async () => {
    const release = await holdRuns();
    const running = (await start()).body.jobId as string;
    const waiting = (await start()).body.jobId as string;
    const client = await openClient(server().databaseUrl);
    const blocked = async () => {
      const { rows } = await client.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0].n as number;
    };
    await vi.waitFor(async () => expect(await blocked()).toBe(1), { timeout: 10_000 });
    for (const job of [running, waiting]) expect((await cancel(job)).status).toBe(204);
    await vi.waitFor(async () => expect(await blocked()).toBe(0), { timeout: 3000 });
    for (const job of [running, waiting])
      expect((await read(job)).body).toMatchObject({ status: 'cancelled', result: null });
    await release();
    await client.end();
    const after = await ended((await start()).body.jobId as string);
    expect(after.status).toBe('succeeded');
    // One that has ended stays what it was.
    expect((await cancel(after.jobId as string)).status).toBe(204);
    expect((await read(after.jobId as string)).body.status).toBe('succeeded');
  });

  test('429: nobody has more than ten jobs under way', async () => {
    const release = await holdRuns();
    const answers = await Promise.all(Array.from({ length: 12 }, () => start()));
    expect(answers.filter((one) => one.status === 202)).toHaveLength(10);
    for (const refused of answers.filter((one) => one.status !== 202))
      expectProblem(refused, 429, 'too-many-jobs');
    for (const one of answers) if (one.status === 202) await cancel(one.body.jobId as string);
    await release();
  });
});
