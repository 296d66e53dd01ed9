import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { callTrpc } from './call-operation.ts';
import type { IssuerKey, TestIssuer } from './ci-kit.ts';
import {
  exchange,
  exchangeOf,
  GITHUB_CLAIMS,
  GITLAB_CLAIMS,
  lastAudit,
  newKey,
  signJob,
  startIssuer,
  trusted,
} from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8' }, now: () => now });
let key: IssuerKey;
let github: TestIssuer;
let gitlab: TestIssuer;

beforeAll(async () => {
  key = await newKey('one');
  github = await startIssuer([key]);
  gitlab = await startIssuer([key], '/gitlab');
  for (const id of ['my-team', 'other-team']) await server().createWorkload(id);
  await trusted(server(), {
    name: 'shop-api',
    issuer: github.url,
    claims: { repository: 'acme/shop-api', ref: 'refs/heads/main' },
    scopes: ['data:read', 'data:write'],
    workloads: ['my-team'],
    lifetimeSeconds: 600,
  });
});
afterAll(() => Promise.all([github.stop(), gitlab.stop()]));

const job = (over: Record<string, unknown> = {}) =>
  signJob(key, { ...GITHUB_CLAIMS, iss: github.url, ...over }, { now });
const session = (token: string) => server().call('GET', '/api/session', { token });

describe('a token that fits', () => {
  test('is traded for a service token with the limits of the trust', async () => {
    const answer = await exchange(server(), await job());
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'data:read data:write',
    });
    const who = await session(answer.body.access_token);
    expect(who.body).toMatchObject({
      kind: 'service',
      sub: 'ci:shop-api repo:acme/shop-api:ref:refs/heads/main',
      scopes: ['data:read', 'data:write'],
      workloads: ['my-team'],
      user: { username: 'admin' },
      expires: new Date(now.getTime() + 600_000).toISOString(),
    });
    expect(await lastAudit(server())).toMatchObject({
      actor: 'admin/ci:shop-api',
      actorKind: 'anonymous',
      action: 'tokens.exchange',
      target: who.body.tokenId,
      outcome: 'success',
      details: {
        identity: 'shop-api',
        issuer: github.url,
        subject: GITHUB_CLAIMS.sub,
        scopes: ['data:read', 'data:write'],
        workloads: ['my-team'],
      },
    });
    const { body } = await server().call('GET', '/api/tokens', { token: server().admin });
    expect(body.map((one: { tokenId: string }) => one.tokenId)).toContain(who.body.tokenId);
  });

  test('of GitLab is traded alike', async () => {
    await trusted(server(), {
      name: 'gitlab-shop',
      issuer: gitlab.url,
      claims: { project_path: 'acme/*', ref_protected: 'true' },
      scopes: ['data:write'],
    });
    const token = await signJob(
      key,
      { ...GITLAB_CLAIMS, iss: gitlab.url, aud: ['https://codemetrics.test'] },
      { now },
    );
    const answer = await exchange(server(), token, {
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    });
    expect(answer.body).toMatchObject({ scope: 'data:write', expires_in: 900 });
    expect((await session(answer.body.access_token)).body.sub).toBe(
      'ci:gitlab-shop project_path:acme/shop/api:ref_type:branch:ref:main',
    );
    expect(gitlab.asked).toEqual(['/gitlab/.well-known/openid-configuration', '/keys']);
  });

  test('may come as a form, as the RFC has it, and over tRPC', async () => {
    const token = await job();
    const body = new URLSearchParams({ ...exchangeOf(token), scope: '' }).toString();
    const type = 'application/x-www-form-urlencoded';
    const form = await server().call('POST', '/api/tokens/exchange', { body, type: `${type};charset=UTF-8` });
    expect(form.status, form.text).toBe(200);
    expect((await session(form.body.access_token)).status).toBe(200);
    const trpc = await callTrpc(server(), 'tokens.exchange', exchangeOf(token));
    expect(trpc.headers.get('cache-control')).toBe('no-store');
    expect((await session(trpc.body.result.data.access_token)).status).toBe(200);
  });

  test('may be traded again until its end, for the job that is run again', async () => {
    const token = await job();
    const first = await exchange(server(), token);
    const second = await exchange(server(), token);
    expect(second.status).toBe(200);
    expect(second.body.access_token).not.toBe(first.body.access_token);
    const { useCount, lastUsed } = (
      await server().call('GET', '/api/ci-identities', { token: server().admin })
    ).body.identities.find((one: { name: string }) => one.name === 'shop-api');
    expect(useCount).toBeGreaterThanOrEqual(2);
    expect(lastUsed).toBe(now.toISOString());
  });

  test('with an endless subject gives one of at most 200 characters, without control characters', async () => {
    const answer = await exchange(server(), await job({ sub: `a\u0000b\nc\ud800${'é😀'.repeat(300)}` }));
    expect(answer.status, answer.text).toBe(200);
    const { sub } = (await session(answer.body.access_token)).body;
    expect(sub).toMatch(/^ci:shop-api a b c\ufffdé😀/);
    expect(sub.length).toBeLessThanOrEqual(200);
    expect(sub.isWellFormed()).toBe(true);
  });

  test('does what its scopes and workloads allow, and nothing else', async () => {
    const { access_token: token } = (await exchange(server(), await job())).body;
    const send = (workload: string) =>
      server().call('POST', '/api/pipeline/runs', { token, json: { runs: [aPipelineRun({ workload })] } });
    expect((await send('my-team')).status).toBe(200);
    expectProblem(await send('other-team'), 403, 'workload-forbidden');
    expectProblem(await server().call('GET', '/api/tokens', { token }), 403, 'session-required');
    expectProblem(await server().call('GET', '/api/audit', { token }), 403, 'scope-missing');
  });
});

describe('the scope that is asked for', () => {
  test('narrows', async () => {
    const answer = await exchange(server(), await job(), { scope: 'data:write' });
    expect(answer.body.scope).toBe('data:write');
    expect((await session(answer.body.access_token)).body.scopes).toEqual(['data:write']);
  });

  test.each(['audit:read', 'data:read workloads:write', 'tokens:manage'])(
    'never widens: %s is 403, and in the audit log',
    async (scope) => {
      expectProblem(await exchange(server(), await job(), { scope }), 403, 'grant-exceeds-maker');
      expect(await lastAudit(server())).toMatchObject({
        action: 'tokens.exchange',
        outcome: 'denied',
        details: { identity: 'shop-api', subject: GITHUB_CLAIMS.sub },
      });
    },
  );

  test('says nothing to whoever has no good token', async () => {
    expectProblem(
      await exchange(server(), await job({ repository: 'evil/x' }), { scope: 'audit:read' }),
      401,
      'ci-token-refused',
    );
  });

  test('is what the user of the trust may give today', async () => {
    const { token, userId } = await server().signIn({ username: 'going-down', role: 'admin' });
    const made = await server().call('POST', '/api/ci-identities', {
      token,
      json: {
        name: 'going-down',
        issuer: github.url,
        audience: 'another',
        claims: { repository: 'acme/down' },
        scopes: ['data:write', 'audit:read'],
      },
    });
    expect(made.status).toBe(201);
    const ask = async () => exchange(server(), await job({ aud: 'another', repository: 'acme/down' }));
    const become = (role: string) =>
      server().call('PATCH', `/api/users/${userId}`, { token: server().admin, json: { role } });
    expect((await ask()).body.scope).toBe('data:write audit:read');
    await become('editor');
    expect((await ask()).body.scope).toBe('data:write');
    await become('viewer');
    expectProblem(await ask(), 401, 'ci-token-refused');
  });
});

describe('what is asked wrongly is refused by its field', () => {
  test.each([
    { grant_type: 'client_credentials' },
    { grant_type: undefined },
    { subject_token: '' },
    { subject_token: 5 },
    { subject_token: 'a'.repeat(70_000) },
    { subject_token_type: 'urn:ietf:params:oauth:token-type:access_token' },
    { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
    { scope: 'everything' },
    { scope: 'data:read\tdata:write' },
    { actor_token: 'x' },
    { audience: 'x' },
  ])('%j: 400', async (over) => {
    const problem = expectProblem(await exchange(server(), await job(), over), 400, 'invalid-input');
    expect(problem.errors![0]!.path).toBe(Object.keys(over)[0]);
  });

  test('in a form too: a field twice, a stray field, a huge one', async () => {
    const type = 'application/x-www-form-urlencoded';
    const send = (body: string) => server().call('POST', '/api/tokens/exchange', { body, type });
    const good = new URLSearchParams(exchangeOf(await job())).toString();
    expect((await send(good)).status).toBe(200);
    expectProblem(await send(`${good}&scope=data:read&scope=data:write`), 400, 'invalid-input');
    expectProblem(await send(`${good}&${good}`), 400, 'invalid-input');
    expectProblem(await send(`${good}&stray=1`), 400, 'invalid-input');
    expectProblem(await send(`${good}&__proto__=1`), 400, 'malformed-body');
    expectProblem(await send('\ufffd='), 400, 'invalid-input');
    expectProblem(await send(''), 400, 'invalid-input');
    expectProblem(await send('a&'.repeat(100_000)), 413, 'payload-too-large');
  });

  test('a form is only for the operation that takes one', async () => {
    const options = { body: 'username=admin&password=x', type: 'application/x-www-form-urlencoded' };
    expectProblem(await server().call('POST', '/api/session', options), 415, 'unsupported-media-type');
  });

  test('a token in the query string is refused', async () => {
    const answer = await server().call('POST', `/api/tokens/exchange?subject_token=x`, { json: {} });
    expectProblem(answer, 400, 'invalid-input');
  });
});
