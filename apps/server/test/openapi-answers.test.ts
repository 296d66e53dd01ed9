import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Input } from './call-operation.ts';
import { callRest, OPERATIONS } from './call-operation.ts';
import { query as askDatabase } from './database-client.ts';
import { AUDIENCE, GRANT_TYPE, JWT_TYPE, newKey, signJob, startIssuer } from './ci-kit.ts';
import type { Answer, CallOptions } from './harness.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';
import { PASSWORD, UNKNOWN } from './permission-table.ts';
import { BATCH_PATHS, batchOf } from './row-batches.ts';

interface Described {
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, unknown>> }>
  >;
}

const TOO_LARGE = `{"x":"${'x'.repeat(5 * 1024 * 1024)}"}`;
const PLACE = { workload: 'my-team', repository: 'acme/shop-api', commit: 'abcdef1' };
const LCOV = 'SF:a\nDA:1,1\nend_of_record\n';
const WEBHOOK = { source: 'github', headers: { 'x-hub-signature-256': 'sha256=00' }, body: '{}' };
/** Answers that no test can bring about at will; 429 has tests of its own. */
const NOT_BROUGHT_ABOUT = ['429', '500', '503'];
/** Only for one who rotates a token at the moment that another ends it. */
const ONLY_IN_A_RACE = 'tokens.rotateSelf 409';
/** Brought about where passwords are switched off: oidc-passwords.test.ts. */
const ONLY_WITHOUT_PASSWORDS = 'session.create 403';

const server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8' } });
const document: { paths: Record<string, Record<string, Described>> } = { paths: {} };
const seen = new Map<string, Set<string>>();

/** Calls, and expects the document to tell of the answer. */
const hit = async (path: string, input: Input, options: CallOptions = {}): Promise<Answer> => {
  const operation = OPERATIONS.get(path)!;
  const answer = await callRest(server(), path, input, { token: server().admin, ...options });
  const status = String(answer.status);
  const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
  expect(Object.keys(described?.responses ?? {}), `${path}: ${answer.text}`).toContain(status);
  const type = answer.headers.get('content-type')?.split(';')[0];
  expect(Object.keys(described?.responses[status]?.content ?? {}), `${path} ${status}`).toEqual(
    type === undefined ? [] : expect.arrayContaining([type]),
  );
  const { code } = answer.body as { code?: string };
  if (code !== undefined) expect(described?.responses[status]?.description, path).toContain(`\`${code}\``);
  seen.set(path, (seen.get(path) ?? new Set<string>()).add(status));
  return answer;
};

const ids = (path: string): Input =>
  Object.fromEntries(
    [...OPERATIONS.get(path)!.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [
      name!,
      name === 'id' ? 'nowhere' : name === 'source' ? 'github' : UNKNOWN,
    ]),
  );

beforeAll(async () => {
  Object.assign(document, (await server().call('GET', '/api/openapi.json')).body);
  await server().createWorkload('my-team');
});

describe('what every operation can answer is in the document', () => {
  test('it has every operation, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    const known = [...OPERATIONS.values()].map(({ method, path }) => `${method.toLowerCase()} ${path}`);
    expect(described.sort()).toEqual(known.sort());
  });

  test.each([...OPERATIONS.keys()])(
    '%s: strangers, poor credentials, wrong input, wrong types',
    async (path) => {
      const { method, access, kind, rest } = OPERATIONS.get(path)!;
      const raw = rest?.rawBody;
      const input = { ...ids(path), ...(raw ? { [raw.field]: 'x' } : {}) };
      const token = path === 'tokens.rotateSelf' ? (await server().serviceToken()).token : server().admin;
      await hit(path, input, { token: undefined });
      await hit(path, input, { token: 'x.y.z' });
      for (const over of [
        { scopes: ['audit:read'] },
        { scopes: ['data:read'] },
        { allowedCidrs: ['10.0.0.0/8'] },
      ])
        if (path !== 'tokens.rotateSelf' || over.allowedCidrs)
          await hit(path, input, { token: (await server().serviceToken(over)).token });
      await hit(path, { ...input, noSuchField: 1 }, { token });
      if (path !== 'session.delete') await hit(path, input, { token, headers: { accept: 'image/png' } });
      const cookie = { cookie: `codemetrics_session=${server().admin}` };
      if (kind === 'mutation') await hit(path, input, { token: undefined, headers: cookie });
      if (access === 'signature') await hit(path, WEBHOOK);
      if (method === 'GET' || method === 'DELETE') return;
      const type = raw?.mediaTypes[0] ?? 'application/json';
      await hit(path, input, { token, json: undefined, body: '{', type });
      await hit(path, input, { token, json: undefined, body: 'a,b', type: 'text/csv' });
      if (!raw) await hit(path, input, { token, json: undefined, body: TOO_LARGE, type });
    },
  );
});

describe('what an operation answers of its own is in the document', () => {
  const dateRange = { start: '2026-03-01', end: '2026-03-02' };
  const query = { queries: ['pipeline-runs'], dateRange };
  const secret = 'a-long-webhook-secret';
  const limited = async () => ({ token: (await server().serviceToken({ workloads: ['my-team'] })).token });

  test('sessions', async () => {
    const credentials = { username: 'admin', password: ADMIN_PASSWORD };
    const token = (await hit('session.create', credentials)).body.sessionToken as string;
    await hit('session.create', { ...credentials, password: 'x' });
    await hit('session.get', {}, { token });
    const passwords = { currentPassword: ADMIN_PASSWORD, newPassword: 'another of the words' };
    await hit('session.changePassword', { ...passwords, currentPassword: 'x' }, { token });
    const { token: changing } = await server().signIn({ username: 'changing', role: 'viewer' });
    const own = { ...passwords, currentPassword: 'a sentence for user number 8!' };
    await hit('session.changePassword', own, { token: changing });
    await hit('session.showToken', {}, { token });
    const { sessions } = (await hit('sessions.list', {}, { token: changing })).body;
    await hit('sessions.delete', { sessionId: UNKNOWN }, { token });
    await hit('sessions.delete', { sessionId: sessions[0].sessionId as string }, { token: changing });
    const { token: leaving } = await server().signIn({ username: 'leaving', role: 'viewer' });
    await hit('sessions.deleteAll', { keepCurrent: true }, { token: leaving });
    await hit('session.delete', {}, { token });
  });

  test('service tokens', async () => {
    const { tokenId } = (await hit('tokens.create', { subject: 'x' })).body;
    await hit('tokens.create', { subject: 'x', workloads: ['nowhere'] });
    await hit('tokens.list', { include: 'inactive' });
    await hit('tokens.usage', { tokenId });
    await hit('tokens.dailyUsage', {});
    for (const path of ['tokens.usage', 'tokens.revoke', 'tokens.rotate']) await hit(path, ids(path));
    const self = (await hit('tokens.rotate', { tokenId })).body.accessToken as string;
    await hit('tokens.rotateSelf', {}, { token: self });
    await hit('tokens.rotateSelf', {});
    await hit('tokens.revoke', { tokenId });
    await hit('tokens.rotate', { tokenId });
  });

  test('CI identities', async () => {
    const claims = { repository: 'acme/shop-api' };
    const issuer = 'https://token.actions.githubusercontent.com';
    const made = { name: 'made', issuer, audience: 'x', claims, scopes: ['data:read'] };
    const { identityId } = (await hit('ciIdentities.create', made)).body;
    await hit('ciIdentities.create', made);
    await hit('ciIdentities.create', { ...made, issuer: 'https://10.0.0.1' });
    await hit('ciIdentities.create', { ...made, workloads: ['nowhere'] });
    await hit('ciIdentities.create', { ...made, scopes: ['users:manage'] });
    await hit('ciIdentities.list', {});
    for (const id of [identityId, UNKNOWN]) await hit('ciIdentities.delete', { identityId: id as string });
    const key = await newKey('one');
    const local = await startIssuer([key]);
    const exchange = { grant_type: GRANT_TYPE, subject_token: 'x', subject_token_type: JWT_TYPE };
    await hit('tokens.exchange', exchange);
    await hit('ciIdentities.create', { ...made, issuer: local.url, audience: AUDIENCE });
    const token = await signJob(key, { ...claims, iss: local.url, sub: 'x' });
    await hit('tokens.exchange', { ...exchange, subject_token: token });
    await hit('tokens.exchange', { ...exchange, subject_token: token, scope: 'audit:read' });
    await local.stop();
  });

  test('workloads and users', async () => {
    const other = await limited();
    await hit('workloads.create', { id: 'made', name: 'Made' });
    await hit('workloads.create', { id: 'made', name: 'Made' });
    await hit('workloads.list', {});
    await hit('workloads.apply', { dryRun: true, workloads: [] });
    await hit('workloads.apply', { workloads: [{ id: 'made', name: 'x' }] }, other);
    for (const id of ['made', 'nowhere'])
      for (const path of ['workloads.get', 'workloads.freshness', 'workloads.replace', 'workloads.delete']) {
        const input = path === 'workloads.replace' ? { id, name: 'x' } : { id };
        await hit(path, input, other);
        await hit(path, input);
      }
    const made = { username: 'made', password: PASSWORD };
    const { userId } = (await hit('users.create', made)).body;
    await hit('users.create', made);
    await hit('users.list', {});
    const self = (await server().call('GET', '/api/session', { token: server().admin })).body.user.userId;
    for (const path of ['users.get', 'users.update', 'users.delete'])
      for (const id of [userId, UNKNOWN, ...(path === 'users.get' ? [] : [self])])
        await hit(path, { userId: id, ...(path === 'users.update' ? { role: 'viewer' } : {}) });
  });

  test('data in and out', async () => {
    const other = await limited();
    await server().createWorkload('other-team');
    const reports: [string, string][] = [
      ['tests.upload', '<testsuite><testcase name="a"/></testsuite>'],
      ['vulnerabilities.upload', '{"version":"2.1.0","runs":[]}'],
    ];
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024 + 1, '\n'), { level: 1 });
    const headers = { 'content-encoding': 'gzip' };
    for (const [path, report] of reports) {
      await hit(path, { ...PLACE, report: '' }, { body: zeros, headers });
      await hit(path, { ...PLACE, report });
      await hit(path, { ...PLACE, report: 'hello' });
      await hit(path, { ...PLACE, workload: 'nowhere', report });
    }
    for (const path of BATCH_PATHS) {
      await hit(path, batchOf(path));
      await hit(path, batchOf(path, 'nowhere'));
      await hit(path, batchOf(path, 'other-team'), other);
    }
    await hit('coverage.upload', { ...PLACE, report: LCOV });
    await hit('coverage.upload', { ...PLACE, report: 'hello' });
    await hit('coverage.upload', { ...PLACE, workload: 'nowhere', report: LCOV });
    await hit('coverage.upload', { ...PLACE, report: '' }, { body: zeros, headers });
    const list = await hit('pipelineRuns.list', { workload: 'my-team', status: 'completed' });
    await hit('pipelineRuns.list', { workload: 'nowhere' });
    for (const path of ['deployments.list', 'incidents.list']) {
      await hit(path, { workload: 'my-team' });
      await hit(path, { workload: 'nowhere' });
    }
    await hit('pipelineRuns.get', { runId: list.body.runs[0].runId as string });
    await hit('pipelineRuns.get', { runId: UNKNOWN });
    const answer = await hit('query.run', query);
    await hit('query.run', query, { headers: { accept: 'text/csv' } });
    await hit('query.run', query, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    await hit('query.run', { ...query, queries: ['no-such'] });
    await hit('query.run', { ...query, workloads: ['nowhere'] });
    const job = await hit('queryJobs.start', query);
    await hit('queryJobs.start', { ...query, workloads: ['nowhere'] });
    await hit('queryJobs.start', { ...query, workloads: ['other-team'] }, other);
    for (const path of ['queryJobs.get', 'queryJobs.cancel']) {
      await hit(path, { jobId: job.body.jobId as string });
      await hit(path, { jobId: UNKNOWN });
    }
    await hit('query.metrics', {});
    const rows = { query: 'pipeline-runs', ids: [list.body.runs[0].runId as string] };
    await hit('query.rows', rows);
    await hit('query.rows', { ...rows, query: 'no-such' });
    await hit('query.rows', { ...rows, workloads: ['nowhere'] });
    await hit('query.rows', { ...rows, workloads: ['other-team'] }, other);
    await hit('system.config', {});
    await hit('system.settings', {});
  });

  test('saved queries', async () => {
    const { token: other } = await server().signIn({ username: 'saving', role: 'viewer' });
    const saved = { id: 'saved', name: 'Saved', shared: true, query };
    await hit('savedQueries.save', saved);
    await hit('savedQueries.save', saved, { token: other });
    await hit('savedQueries.list', {});
    await hit('savedQueries.get', { id: 'saved' });
    await hit('savedQueries.delete', { id: 'saved' }, { token: other });
    await hit('savedQueries.delete', { id: 'saved' });
  });

  test('signing keys', async () => {
    const before = (await hit('keys.list', {})).body.keys[0].kid as string;
    await hit('keys.rotate', {});
    await hit('keys.rotate', { kid: 'nowhere' });
    const { kid } = (await hit('keys.rotate', { kid: before })).body;
    await hit('keys.rotate', { kid });
    for (const one of [kid, 'nowhere']) await hit('keys.end', { kid: one as string });
    const made = (await hit('keys.list', {})).body.keys.find((one: { kid: string }) => one.kid !== kid);
    await hit('keys.end', { kid: made.kid });
  });

  test('notices', async () => {
    const { tokenId } = await server().serviceToken();
    const noticeId = '01900000-0000-7000-8000-000000000001';
    await askDatabase(
      server().databaseUrl,
      `insert into notices (notice_id, kind, token_id, user_id, key, created_at, details)
       select '${noticeId}', 'token-unused', token_id, user_id, '', now(), '{"days": 90}'
       from service_tokens where token_id = '${tokenId}'`,
    );
    await hit('notices.list', {});
    await hit('notices.dismiss', { noticeId });
    await hit('notices.dismiss', ids('notices.dismiss'));
    const url = 'http://127.0.0.1:9/nobody-listens';
    const { webhookId } = (await hit('noticeWebhooks.create', { url })).body;
    await hit('noticeWebhooks.create', { url: 'https://10.0.0.1/' });
    for (let more = 0; more < 20; more++) await hit('noticeWebhooks.create', { url });
    await hit('noticeWebhooks.list', {});
    for (const path of ['noticeWebhooks.test', 'noticeWebhooks.delete']) {
      await hit(path, { webhookId });
      await hit(path, ids(path));
    }
  });

  test('sources and audit', async () => {
    await hit('sources.configure', { source: 'github', secret });
    await hit('sources.list', {});
    const signature = `sha256=${createHmac('sha256', secret).update(WEBHOOK.body).digest('hex')}`;
    await hit('sources.receive', { ...WEBHOOK, headers: { 'x-hub-signature-256': signature } });
    await hit('sources.replay', { source: 'github' });
    await hit('sources.replay', { source: 'github', after: 'x' });
    const [{ deliveryId }] = (await hit('sources.deliveries', { source: 'github' })).body.deliveries;
    await hit('sources.deliveries', { source: 'github', cursor: 'x' });
    for (const path of ['sources.delivery', 'sources.replayDelivery']) {
      await hit(path, { source: 'github', deliveryId });
      await hit(path, ids(path));
    }
    const huge = gzipSync(Buffer.alloc(25 * 1024 * 1024 + 1, ' '), { level: 1 });
    await hit('sources.receive', WEBHOOK, { body: huge, headers: { 'content-encoding': 'gzip' } });
    await hit('audit.list', { outcome: 'denied' });
  });

  test('and whatever it tells of has been brought about', () => {
    const missing = [...OPERATIONS].flatMap(([path, { path: url, method }]) =>
      Object.keys(document.paths[url]![method.toLowerCase()]!.responses)
        .filter((status) => !NOT_BROUGHT_ABOUT.includes(status) && !seen.get(path)?.has(status))
        .map((status) => `${path} ${status}`),
    );
    expect(missing).toEqual([ONLY_WITHOUT_PASSWORDS, ONLY_IN_A_RACE]);
  });
});
