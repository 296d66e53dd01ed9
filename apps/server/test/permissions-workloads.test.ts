import { beforeAll, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import type { Input } from './call-operation.ts';
import { callRest, callTrpc, OPERATIONS, trpcProblem } from './call-operation.ts';
import { useServer } from './harness.ts';
import { UNKNOWN } from './permission-table.ts';
import { BATCH_PATHS, batchOf } from './row-batches.ts';

const QUERY = { queries: ['pipeline-runs'], dateRange: { start: '2026-03-01', end: '2026-03-02' } };
const report = (workload: string, text: string): Input => ({
  workload,
  repository: 'acme/shop-api',
  commit: 'abcdef1',
  report: text,
});

/** Every operation that names a workload, with an input that names this one. */
const NAMING: Readonly<Record<string, (workload: string) => Input>> = {
  ...Object.fromEntries(BATCH_PATHS.map((path) => [path, (workload: string) => batchOf(path, workload)])),
  'workloads.get': (id) => ({ id }),
  'workloads.freshness': (id) => ({ id }),
  'workloads.replace': (id) => ({ id, name: 'x' }),
  'workloads.apply': (id) => ({ dryRun: true, workloads: [{ id, name: 'x' }] }),
  'workloads.delete': (id) => ({ id }),
  'query.run': (workload) => ({ ...QUERY, workloads: [workload] }),
  'query.rows': (workload) => ({ query: 'pipeline-runs', ids: [UNKNOWN], workloads: [workload] }),
  'queryJobs.start': (workload) => ({ ...QUERY, workloads: [workload] }),
  'pipelineRuns.list': (workload) => ({ workload }),
  'deployments.list': (workload) => ({ workload }),
  'incidents.list': (workload) => ({ workload }),
  'coverage.upload': (workload) => report(workload, 'SF:a\nDA:1,1\nend_of_record\n'),
  'tests.upload': (workload) => report(workload, '<testsuite><testcase name="a"/></testsuite>'),
  'vulnerabilities.upload': (workload) => report(workload, '{"version":"2.1.0","runs":[]}'),
};
/** Those that only a person uses, and those that name workloads only to give them to somebody. */
const OTHERWISE = ['tokens.create', 'users.create', 'users.update', 'ciIdentities.create'];

const server = useServer();
const credentials: Record<string, string> = {};

beforeAll(async () => {
  for (const id of ['mine', 'other']) await server().createWorkload(id);
  await server().call('POST', '/api/pipeline/runs', {
    token: server().admin,
    json: {
      runs: [{ ...aPipelineRun(), workload: 'other', externalId: 'canary-of-other', job: 'canary-job' }],
    },
  });
  const limited = await server().signIn({ username: 'limited', role: 'editor', workloads: ['mine'] });
  credentials['a person limited to it'] = limited.token;
  credentials['a token of theirs'] = (await server().serviceToken({}, limited.token)).token;
  credentials['a token limited to it'] = (await server().serviceToken({ workloads: ['mine'] })).token;
});

const ask = async (face: string, path: string, input: Input, token: string) => {
  const answer = await (face === 'REST' ? callRest : callTrpc)(server(), path, input, { token });
  const problem =
    face === 'REST' ? (answer.body as { code?: string; detail?: string }) : (trpcProblem(answer) ?? {});
  return { code: answer.status < 400 ? 'ok' : problem.code, detail: problem.detail, text: answer.text };
};

test('the list has every operation that names a workload', () => {
  const naming = [...OPERATIONS]
    .filter(([path, { input, access }]) => {
      if (access === 'public' || access === 'signature' || OTHERWISE.includes(path)) return false;
      const { shape } = input as unknown as { shape?: Record<string, unknown> };
      const isOfWorkloads =
        path.startsWith('workloads.') && (path.endsWith('apply') || 'id' in (shape ?? {}));
      const takesRows = path.endsWith('.send');
      return isOfWorkloads || takesRows || 'workload' in (shape ?? {}) || 'workloads' in (shape ?? {});
    })
    .map(([path]) => path)
    // A new workload has no limit that it could be within.
    .filter((path) => path !== 'workloads.create');
  expect(Object.keys(NAMING).sort()).toEqual(naming.sort());
});

describe.each(['REST', 'tRPC'])('beyond the limit, over %s', (face) => {
  test.each(Object.keys(NAMING))('%s answers alike whether there is such a workload or not', async (path) => {
    for (const [who, token] of Object.entries(credentials)) {
      const other = await ask(face, path, NAMING[path]!('other'), token);
      const nowhere = await ask(face, path, NAMING[path]!('nowhere'), token);
      expect(other.code, `${who}: ${other.text}`).toBe('workload-forbidden');
      expect(nowhere.code, who).toBe('workload-forbidden');
      expect(other.detail!.replaceAll('other', 'nowhere')).toBe(nowhere.detail);
      if (path !== 'workloads.delete')
        expect((await ask(face, path, NAMING[path]!('mine'), token)).code, who).toBe('ok');
    }
  });

  test('nothing of another workload is in what a limited caller is told', async () => {
    const lists: [string, Input][] = [
      ['workloads.list', {}],
      ['pipelineRuns.list', {}],
      ['system.config', {}],
      ['query.run', { ...QUERY, workloads: ['all'], groupBy: ['job'] }],
    ];
    for (const [path, input] of lists) {
      expect((await ask(face, path, input, server().admin)).text, path).toMatch(/other|canary/);
      for (const [who, token] of Object.entries(credentials)) {
        const { code, text } = await ask(face, path, input, token);
        expect(code, `${who} ${path}`).toBe('ok');
        expect(text, `${who} ${path}`).not.toMatch(/canary|"other"/);
      }
    }
  });

  test('a run of another workload answers like none', async () => {
    const { body } = await server().call('GET', '/api/pipeline/runs?workload=other', {
      token: server().admin,
    });
    const { runId } = (body as { runs: { runId: string }[] }).runs[0]!;
    for (const token of Object.values(credentials)) {
      const there = await ask(face, 'pipelineRuns.get', { runId }, token);
      const none = await ask(face, 'pipelineRuns.get', { runId: UNKNOWN }, token);
      expect(there.code).toBe('not-found');
      expect([there.code, there.detail?.replace(runId, UNKNOWN)]).toEqual([none.code, none.detail]);
    }
  });
});
