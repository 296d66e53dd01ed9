import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

const DAY_MS = 86_400_000;
let clock = Date.parse('2026-03-02T10:00:00Z');
// Behind a proxy that tells the caller's address, so that a test can come from anywhere.
const server = useServer({
  now: () => new Date(clock),
  env: { TRUST_PROXY: '127.0.0.1/32', SERVICE_TOKEN_TTL: '90d' },
});

const whoIs = (token: string, headers: Record<string, string> = {}) =>
  server().call('GET', '/api/session', { token, headers });
const signIn = async (): Promise<string> => {
  const json = { username: 'admin', password: ADMIN_PASSWORD };
  return (await server().call('POST', '/api/session', { json })).body.sessionToken as string;
};
const patchUser = async (userId: string, json: Record<string, unknown>): Promise<void> => {
  const answer = await server().call('PATCH', `/api/users/${userId}`, { token: server().admin, json });
  expect(answer.status, answer.text).toBe(200);
};

describe('SERVICE_TOKEN_TTL', () => {
  test('201: is the lifetime of a token that names none', async () => {
    const json = { subject: 'default' };
    const answer = await server().call('POST', '/api/tokens', { token: server().admin, json });
    expect(Date.parse(answer.body.expires) - clock).toBe(90 * DAY_MS);
  });

  test('400: is the longest lifetime that is given', async () => {
    const json = { subject: 'longer', ttl: '91d' };
    const answer = await server().call('POST', '/api/tokens', { token: server().admin, json });
    expect(expectProblem(answer, 400, 'invalid-input').detail).toContain('SERVICE_TOKEN_TTL');
  });
});

describe('allowedCidrs', () => {
  test('403: the token is refused from outside of its networks', async () => {
    const { token } = await server().serviceToken({ allowedCidrs: ['10.1.0.0/16', '2001:db8::/32'] });
    for (const inside of ['10.1.2.3', '2001:db8::7', '::ffff:10.1.2.3'])
      expect((await whoIs(token, { 'x-forwarded-for': inside })).status, inside).toBe(200);
    for (const outside of ['10.2.0.1', '2001:db9::7', '::ffff:10.2.0.1'])
      expectProblem(await whoIs(token, { 'x-forwarded-for': outside }), 403, 'address-forbidden');
    expectProblem(await whoIs(token), 403, 'address-forbidden');
  });

  test('403: a rotated token keeps its networks', async () => {
    const { tokenId } = await server().serviceToken({ allowedCidrs: ['10.1.0.0/16'] });
    const json = {};
    const rotated = await server().call('POST', `/api/tokens/${tokenId}/rotate`, {
      token: server().admin,
      json,
    });
    expectProblem(await whoIs(rotated.body.accessToken), 403, 'address-forbidden');
  });
});

describe('a token and its user', () => {
  test('401: the token is revoked when its user is disabled, and stays so', async () => {
    const user = await server().signIn({ username: 'disabled-one', role: 'editor' });
    const { token } = await server().serviceToken({}, user.token);
    await patchUser(user.userId, { disabled: true });
    expectProblem(await whoIs(token), 401, 'credential-revoked');
    expectProblem(await whoIs(user.token), 401, 'credential-revoked');
    await patchUser(user.userId, { disabled: false });
    // Nothing that ended comes to life again.
    expectProblem(await whoIs(token), 401, 'credential-revoked');
    expectProblem(await whoIs(user.token), 401, 'credential-revoked');
  });

  test('401: the token dies with its user', async () => {
    const user = await server().signIn({ username: 'deleted-one', role: 'editor' });
    const { token, tokenId } = await server().serviceToken({}, user.token);
    const { admin, call } = server();
    expect((await call('DELETE', `/api/users/${user.userId}`, { token: admin })).status).toBe(204);
    expectProblem(await whoIs(token), 401, 'credential-invalid');
    expectProblem(await whoIs(user.token), 401, 'credential-invalid');
    const list = await call('GET', '/api/tokens?include=inactive', { token: admin });
    expect(list.text).not.toContain(tokenId);
  });

  test('403: what is taken from the user is taken from the token', async () => {
    await server().createWorkload('taken');
    await server().createWorkload('left');
    const user = await server().signIn({ username: 'lowered-one', role: 'editor' });
    const { token } = await server().serviceToken({}, user.token);
    const send = (workload: string) =>
      server().call('POST', '/api/pipeline/runs', { token, json: { runs: [aPipelineRun({ workload })] } });
    expect((await send('taken')).status).toBe(200);
    await patchUser(user.userId, { workloads: ['left'] });
    expectProblem(await send('taken'), 403, 'workload-forbidden');
    expect((await send('left')).status).toBe(200);
    await patchUser(user.userId, { role: 'viewer' });
    expect(expectProblem(await send('left'), 403, 'scope-missing').detail).toContain('data:write');
    expect((await whoIs(token)).body).toMatchObject({ scopes: ['data:read'], workloads: ['left'] });
  });
});

describe('CodeMetrics-Token-Expires', () => {
  test('is carried in the last 30 days alone, and by service tokens alone', async () => {
    const { token } = await server().serviceToken({ ttl: '31d' });
    const expires = new Date(clock + 31 * DAY_MS).toISOString();
    expect((await whoIs(token)).headers.get('codemetrics-token-expires')).toBeNull();
    clock += DAY_MS;
    expect((await whoIs(token)).headers.get('codemetrics-token-expires')).toBeNull();
    clock += 1;
    expect((await whoIs(token)).headers.get('codemetrics-token-expires')).toBe(expires);
    // A refusal tells it too.
    const refused = await server().call('GET', '/api/users', { token });
    expectProblem(refused, 403, 'session-required');
    expect(refused.headers.get('codemetrics-token-expires')).toBe(expires);
    expect((await whoIs(await signIn())).headers.get('codemetrics-token-expires')).toBeNull();
  });

  test('tells the end of the grace period of a token that was rotated', async () => {
    const session = await signIn();
    const { token, tokenId } = await server().serviceToken({}, session);
    await server().call('POST', `/api/tokens/${tokenId}/rotate`, { token: session, json: {} });
    const end = new Date(clock + DAY_MS).toISOString();
    expect((await whoIs(token)).headers.get('codemetrics-token-expires')).toBe(end);
  });

  test('401: a token is expired from its very second on', async () => {
    const session = await signIn();
    const { token } = await server().serviceToken({ ttl: '1h' }, session);
    clock = Math.floor(clock / 1000) * 1000 + 3_600_000 - 1;
    expect((await whoIs(token)).status).toBe(200);
    clock += 1;
    expectProblem(await whoIs(token), 401, 'credential-expired');
  });
});
