import { beforeAll, describe, expect, test } from 'vitest';
import type { RunRow } from '@codemetrics/testing';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
beforeAll(() => server().createWorkload('my-team'));

const send = (...runs: Record<string, unknown>[]) =>
  server().call('POST', '/api/pipeline/runs', { token: server().admin, json: { runs } });
const list = async (query: string): Promise<Record<string, unknown>[]> => {
  const answer = await server().call('GET', `/api/pipeline/runs?${query}`, { token: server().admin });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.runs as Record<string, unknown>[];
};
const only = async (job: string): Promise<Record<string, unknown>> => {
  const runs = await list(`job=${job}`);
  expect(runs).toHaveLength(1);
  return runs[0]!;
};
const counts = (created: number, updated: number, unchanged: number) => ({
  received: created + updated + unchanged,
  created,
  updated,
  unchanged,
});
/** A run that has begun, which can still complete. */
const running = (over: Partial<RunRow> = {}): RunRow => ({
  ...aPipelineRun(over),
  status: 'running',
  conclusion: null,
  finishedAt: null,
});

describe('POST /api/pipeline/runs', () => {
  test('200: stores every field as it was sent, times in UTC', async () => {
    const row = aPipelineRun({
      job: 'every-field',
      commit: 'ABCDEF0123',
      attempt: 2,
      stage: 'test',
      runner: 'ubuntu-latest',
      queuedAt: '2026-03-02T12:29:30+02:30',
      actor: { name: 'dependabot', kind: 'bot' },
    });
    expect((await send(row)).body).toEqual(counts(1, 0, 0));
    expect(await only('every-field')).toEqual({
      ...row,
      runId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      commit: 'abcdef0123',
      queuedAt: '2026-03-02T09:59:30.000Z',
      startedAt: '2026-03-02T10:00:00.000Z',
      finishedAt: '2026-03-02T10:04:00.000Z',
      durationSeconds: 240,
      queueSeconds: 30,
    });
  });

  test('200: what is not told is null', async () => {
    const { externalId, source, workload, repository } = aPipelineRun();
    const queuedAt = '2026-03-02T10:00:00Z';
    await send({ externalId, source, workload, repository, job: 'bare', status: 'queued', queuedAt });
    expect(await only('bare')).toMatchObject({
      branch: null,
      commit: null,
      event: null,
      conclusion: null,
      attempt: 1,
      startedAt: null,
      finishedAt: null,
      durationSeconds: null,
      queueSeconds: null,
      actor: null,
      url: null,
    });
  });

  test('200: counts what is new, what differs and what is known already', async () => {
    const [kept, changed, fresh] = [aPipelineRun(), running(), aPipelineRun()];
    expect((await send(kept, changed)).body).toEqual(counts(2, 0, 0));
    expect((await send(kept, changed)).body).toEqual(counts(0, 0, 2));
    const completed = {
      ...changed,
      status: 'completed',
      conclusion: 'failure',
      finishedAt: '2026-03-02T11:00:00Z',
    };
    expect((await send(kept, completed, fresh)).body).toEqual(counts(1, 1, 1));
  });

  test('200: of rows with one key in a batch, the last one stands', async () => {
    const row = aPipelineRun({ job: 'twice', branch: 'first' });
    expect((await send(row, { ...row, branch: 'second' })).body).toEqual(counts(1, 1, 0));
    expect((await only('twice'))['branch']).toBe('second');
  });

  test('200: a late message sets no completed run back, sent alone or in one batch', async () => {
    const late = running({ job: 'late' });
    const completed = {
      ...late,
      status: 'completed',
      conclusion: 'success',
      finishedAt: '2026-03-02T10:04:00Z',
    };
    const queued = { ...late, status: 'queued', startedAt: null };
    await send(completed);
    expect((await send(late)).body).toEqual(counts(0, 0, 1));
    expect((await send(queued)).body).toEqual(counts(0, 0, 1));
    expect(await only('late')).toMatchObject({
      status: 'completed',
      conclusion: 'success',
      durationSeconds: 240,
    });
    const inOne = { job: 'late-in-one', externalId: 'late-in-one' };
    await send({ ...completed, ...inOne }, { ...late, ...inOne });
    expect(await only('late-in-one')).toMatchObject({ status: 'completed', conclusion: 'success' });
  });

  test('200: a later, shorter message keeps what an earlier one told, in one batch too', async () => {
    const full = running({ job: 'partial' });
    const { externalId, source, workload, repository, job } = full;
    const short = {
      ...{ externalId, source, workload, repository, job, status: 'completed', conclusion: 'success' },
      finishedAt: '2026-03-02T10:10:00Z',
    };
    const told = {
      branch: 'main',
      commit: full.commit,
      startedAt: '2026-03-02T10:00:00.000Z',
      durationSeconds: 600,
    };
    await send(full);
    await send(short);
    expect(await only('partial')).toMatchObject({ ...told, actor: { name: 'jo', kind: 'user' } });
    const inOne = { externalId: 'partial-in-one', job: 'partial-in-one' };
    await send({ ...full, ...inOne }, { ...short, ...inOne });
    expect(await only('partial-in-one')).toMatchObject(told);
  });

  test('200: a run keeps its place by start, whatever a later message leaves out', async () => {
    const first = running({ job: 'place', startedAt: '2026-04-01T10:00:00Z', queuedAt: null });
    const { externalId, source, workload, repository, job } = first;
    await send(first);
    await send({
      ...{ externalId, source, workload, repository, job, status: 'completed', conclusion: 'success' },
      finishedAt: '2026-04-03T10:00:00Z',
    });
    expect(await list('job=place&start=2026-04-01&end=2026-04-01')).toHaveLength(1);
    expect(await list('job=place&start=2026-04-02')).toHaveLength(0);
  });

  test('400: one bad row refuses the batch, is named by its index, and nothing is written', async () => {
    const good = aPipelineRun({ job: 'refused' });
    const answer = await send(good, { ...good, externalId: 'other', startedAt: '2026-02-30T10:00:00Z' });
    const problem = expectProblem(answer, 400, 'invalid-input');
    expect(problem.errors).toEqual([
      { path: 'runs[1].startedAt', message: expect.stringContaining('RFC 3339') },
    ]);
    expect(problem.detail).toContain('runs[1].startedAt');
    expect(await list('job=refused')).toEqual([]);
  });

  test('404 and 403: a workload unknown or not permitted refuses the batch whole', async () => {
    await server().createWorkload('other-team');
    const { token } = await server().serviceToken({ workloads: ['my-team'] });
    const sendAs = (...runs: RunRow[]) =>
      server().call('POST', '/api/pipeline/runs', { token, json: { runs } });
    const good = aPipelineRun({ job: 'half' });
    const unknown = await send(good, aPipelineRun({ job: 'half', workload: 'nowhere' }));
    expect(expectProblem(unknown, 404, 'workload-not-found').detail).toContain('nowhere');
    for (const workload of ['other-team', 'nowhere']) {
      const answer = await sendAs(good, aPipelineRun({ job: 'half', workload }));
      expect(expectProblem(answer, 403, 'workload-forbidden').detail).toContain(workload);
    }
    expect(await list('job=half')).toEqual([]);
    expect((await sendAs(good)).status).toBe(200);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ externalId: '' }, 'externalId'],
    [{ externalId: 'a'.repeat(201) }, 'externalId'],
    [{ source: 'Upper' }, 'source'],
    [{ workload: undefined }, 'workload'],
    [{ repository: 'a\nb' }, 'repository'],
    [{ job: 'a'.repeat(256) }, 'job'],
    [{ branch: 'a\u0000' }, 'branch'],
    [{ commit: 'xyz1234' }, 'commit'],
    [{ commit: 'abc123' }, 'commit'],
    [{ status: 'done' }, 'status'],
    [{ conclusion: null }, 'conclusion'],
    [{ conclusion: 'timed_out' }, 'conclusion'],
    [{ status: 'running' }, 'conclusion'],
    [{ attempt: 0 }, 'attempt'],
    [{ attempt: '1' }, 'attempt'],
    [{ attempt: 1.5 }, 'attempt'],
    [{ queuedAt: null, startedAt: null, finishedAt: null }, 'startedAt'],
    [{ finishedAt: '2026-03-02 10:04:00Z' }, 'finishedAt'],
    [{ finishedAt: 1772445840 }, 'finishedAt'],
    [{ finishedAt: '1969-12-31T23:59:59Z' }, 'finishedAt'],
    [{ actor: { name: 'x', kind: 'robot' } }, 'actor.kind'],
    [{ url: 'ftp://x' }, 'url'],
    [{ runid: 'x' }, 'runid'],
  ])('400: %j is refused, naming %s', async (over, path) => {
    const problem = expectProblem(await send({ ...aPipelineRun(), ...over }), 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(`runs[0].${path}`);
  });
});
