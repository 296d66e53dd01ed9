import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '@codemetrics/contracts';
import { OPERATIONS } from './call-operation.ts';
import { query } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import { startTestServer, useServer } from './harness.ts';
import type { TestServer } from './harness.ts';

const server = useServer();
const entries = async (search: string, at = server()): Promise<AuditEntry[]> =>
  (await at.call('GET', `/api/audit?limit=500&${search}`, { token: at.admin })).body.entries as AuditEntry[];

describe('denied attempts are in the audit log', () => {
  test('of a person, with what they asked for and why not; the same again only once a minute', async () => {
    const { token } = await server().signIn({ username: 'viewing', role: 'viewer' });
    const attempt = () => server().call('POST', '/api/workloads', { token, json: { id: 'x', name: 'X' } });
    for (let n = 0; n < 3; n++) expectProblem(await attempt(), 403, 'scope-missing');
    expect(await entries('actor=viewing&outcome=denied')).toMatchObject([
      {
        action: 'access.denied',
        target: 'createWorkload',
        actorKind: 'session',
        address: '127.0.0.1',
        details: { code: 'scope-missing' },
      },
    ]);
    expectProblem(await server().call('GET', '/api/users', { token }), 403, 'scope-missing');
    expect(await entries('actor=viewing&outcome=denied')).toHaveLength(2);
  });

  test('of a token: beyond its workloads, from another network, after its end', async () => {
    await server().createWorkload('mine');
    const limited = await server().serviceToken({ subject: 'limited', workloads: ['mine'] });
    const json = {
      workloads: ['other'],
      queries: ['pipeline-runs'],
      dateRange: { start: '2026-01-01', end: '2026-01-02' },
    };
    const asked = await server().call('POST', '/api/query', { token: limited.token, json });
    expectProblem(asked, 403, 'workload-forbidden');
    const elsewhere = await server().serviceToken({ subject: 'elsewhere', allowedCidrs: ['10.0.0.0/8'] });
    expectProblem(
      await server().call('GET', '/api/session', { token: elsewhere.token }),
      403,
      'address-forbidden',
    );
    await server().call('DELETE', `/api/tokens/${limited.tokenId}`, { token: server().admin });
    for (let n = 0; n < 2; n++)
      expectProblem(
        await server().call('GET', '/api/session', { token: limited.token }),
        401,
        'credential-revoked',
      );
    expect(await entries('actor=admin/limited&outcome=denied')).toMatchObject([
      { action: 'credential.refused', target: limited.tokenId, details: { code: 'credential-revoked' } },
      { action: 'access.denied', target: 'runQuery', details: { code: 'workload-forbidden' } },
    ]);
    expect(await entries('actor=admin/elsewhere&outcome=denied')).toMatchObject([
      { action: 'credential.refused', target: elsewhere.tokenId, details: { code: 'address-forbidden' } },
    ]);
  });

  test('of nobody: a guessed token leaves no entry, and a lock on sign-in one', async () => {
    const before = (await entries('')).length;
    await server().call('GET', '/api/session', { token: 'eyJ.guess.ed' });
    expect(await entries('')).toHaveLength(before);
    const guess = { json: { username: 'locked-one', password: 'wrong' } };
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async () => (await server().call('POST', '/api/session', guess)).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const denied = await entries('actor=locked-one&outcome=denied');
    expect(denied.filter(({ details }) => details['locked'] === 'account')).toHaveLength(1);
    expect(denied).toHaveLength(11);
  });

  test('an attempt on the log itself is refused by the database', async () => {
    for (const statement of [
      `update audit_entries set actor = 'x'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ])
      await expect(query(server().databaseUrl, statement)).rejects.toThrow(/never changed/);
  });
});

/** Mutations that store data, or nothing that lasts: what they change is told by the data itself. */
const WITHOUT_ENTRY = [
  ...[
    'pipelineRuns',
    'pipelineJobs',
    'deployments',
    'incidents',
    'changes',
    'commits',
    'issues',
    'measurements',
  ].map((noun) => `${noun}.send`),
  ...['coverage.upload', 'tests.upload', 'vulnerabilities.upload', 'sources.receive'],
  ...[
    'queryJobs.start',
    'queryJobs.cancel',
    'savedQueries.save',
    'savedQueries.delete',
    'noticeWebhooks.test',
  ],
];
/** Mutations whose name in the log is another than their own. */
const OTHER_NAME: Readonly<Record<string, string>> = {
  'tokens.rotateSelf': 'tokens.rotate',
  'sources.replay': 'sources.replay',
};

describe('every mutation is either data or has a test that looks for its entry', () => {
  test('the set is closed', async () => {
    const { readFile, readdir } = await import('node:fs/promises');
    const folder = new URL('.', import.meta.url);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.test.ts'));
    const text = (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
    const looked = [...OPERATIONS]
      .filter(([path, { kind }]) => kind === 'mutation' && !WITHOUT_ENTRY.includes(path))
      .map(([path]) => OTHER_NAME[path] ?? path);
    // As an entry is looked for, as a step of a table that does, or as a filter of the log.
    const missing = looked.filter(
      (action) =>
        !text.includes(`action: '${action}'`) &&
        !text.includes(`/api/audit?action=${action}'`) &&
        !new RegExp(`\\['${action}', '(POST|PUT|DELETE)'`).test(text),
    );
    expect(missing).toEqual([]);
  });
});

describe('the whole log as NDJSON', () => {
  let own: TestServer;
  beforeAll(async () => {
    own = await startTestServer({ env: { RATE_LIMIT: '2000/1m' } });
    for (let n = 0; n < 30; n++)
      await Promise.all(Array.from({ length: 20 }, (_, m) => own.createWorkload(`w-${n}-${m}`)));
  });
  afterAll(() => own.stop());

  const stream = (search = '', token = own.admin) =>
    own.call('GET', `/api/audit${search}`, { token, headers: { accept: 'application/x-ndjson' } });

  test('has every entry once, over all pages, and costs one call', async () => {
    const before = await own.call('GET', '/api/audit?limit=1', { token: own.admin });
    const answer = await stream();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const rows = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEntry);
    const newest = before.body.head.sequence as number;
    expect(newest).toBeGreaterThan(600);
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: newest }, (_, n) => newest - n),
    );
    expect(rows[0]!.hash).toBe(before.body.head.hash);
    const left = (headers: Headers) => Number(/r=(\d+)/.exec(headers.get('ratelimit')!)![1]);
    expect(left(before.headers) - left(answer.headers)).toBe(1);
  });

  test('takes the filters, and is refused like the list', async () => {
    const some = await stream('?action=users.create');
    expect(some.text.trimEnd().split('\n')).toHaveLength(1);
    expect((await stream('?action=nothing')).text).toBe('');
    const { token } = await own.signIn({ username: 'viewer', role: 'viewer' });
    expectProblem(await stream('', token), 403, 'scope-missing');
    expectProblem(await stream('?cursor=x'), 400, 'invalid-cursor');
  });
});
