import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenVerifier } from '@codemetrics/auth';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { ADMIN_PASSWORD, startTestServer } from './harness.ts';

const headerOf = (token: string): { alg: string; kid: string } =>
  JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { alg: string; kid: string };

describe('signing keys over two servers with one key file', () => {
  let directory: string;
  let one: TestServer;
  let two: TestServer;
  /** A session of the administrator; made anew when its key has ended. */
  let admin: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'codemetrics-keys-'));
    const file = join(directory, 'keys');
    await writeFile(file, `first=${'f'.repeat(40)}\n`, { mode: 0o600 });
    one = await startTestServer({ env: { TOKEN_SECRET_FILE: file } });
    two = await startTestServer({ env: { TOKEN_SECRET_FILE: file, DATABASE_URL: one.databaseUrl } });
    admin = one.admin;
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const session = (at: TestServer, token: string) => at.call('GET', '/api/session', { token });
  const rotate = async (json: Record<string, unknown> = {}) => {
    const answer = await one.call('POST', '/api/keys/rotate', { token: admin, json });
    expect(answer.status, answer.text).toBe(201);
    return answer.body as { kid: string; alg: string; state: string };
  };
  const token = (at: TestServer = one) => at.serviceToken({}, admin);
  const signIn = async (at: TestServer, username: string, password: string): Promise<string> =>
    (await at.call('POST', '/api/session', { json: { username, password } })).body.sessionToken as string;
  const end = (at: TestServer, kid: string) => at.call('POST', `/api/keys/${kid}/end`, { token: admin });

  test('a rotation makes no token invalid, and the new key is known everywhere at once', async () => {
    const before = await token();
    const { kid, state } = await rotate();
    expect(state).toBe('signing');
    const after = await token();
    expect(headerOf(before.token).kid).toBe('first');
    expect(headerOf(after.token).kid).toBe(kid);
    for (const server of [two, one])
      for (const made of [before, after]) expect((await session(server, made.token)).status).toBe(200);
    expect(headerOf((await token(two)).token).kid).toBe(kid);
    expect(headerOf(await signIn(two, 'admin', ADMIN_PASSWORD)).kid).toBe(kid);
  });

  test('an ended key is refused from the moment of the answer, on every server', async () => {
    const old = await rotate();
    const signed = await token();
    const listed = async () =>
      (await two.call('GET', '/api/keys', { token: admin })).body.keys.find(
        (key: { kid: string }) => key.kid === old.kid,
      );
    expect(await listed()).toMatchObject({ state: 'signing', held: true, activeTokens: 1 });
    expectProblem(await end(one, old.kid), 409, 'state-conflict');
    const next = await rotate();
    expect((await session(two, signed.token)).status).toBe(200);
    const ended = await end(one, old.kid);
    expect(ended.body).toMatchObject({ kid: old.kid, state: 'ended', activeTokens: 0 });
    for (const server of [two, one])
      expectProblem(await session(server, signed.token), 401, 'credential-invalid');
    expect((await session(two, (await token()).token)).status).toBe(200);
    expect(headerOf((await token()).token).kid).toBe(next.kid);
    expectProblem(
      await one.call('POST', '/api/keys/rotate', { token: admin, json: { kid: old.kid } }),
      404,
      'not-found',
    );
    expect((await end(two, old.kid)).status).toBe(200);
  });

  test('what a key sealed is sealed anew before it ends', async () => {
    const github = { token: admin, json: { secret: 'a-long-webhook-secret' } };
    expect((await one.call('PUT', '/api/sources/github', github)).status).toBeLessThan(300);
    expect((await end(one, 'first')).status).toBe(200);
    expectProblem(await session(two, admin), 401, 'credential-invalid');
    admin = await signIn(one, 'admin', ADMIN_PASSWORD);
    const body = '{"zen":"x"}';
    const signature = `sha256=${createHmac('sha256', 'a-long-webhook-secret').update(body).digest('hex')}`;
    const answer = await two.call('POST', '/api/webhooks/github', {
      body,
      type: 'application/json',
      headers: { 'x-hub-signature-256': signature, 'x-github-event': 'ping', 'x-github-delivery': 'd-1' },
    });
    expect(answer.status, answer.text).toBe(202);
  });

  test('an EdDSA key signs tokens that others verify with the public key alone', async () => {
    const { kid, alg } = await rotate({ alg: 'EdDSA' });
    expect(alg).toBe('EdDSA');
    const made = await token();
    expect(headerOf(made.token)).toMatchObject({ alg: 'EdDSA', kid });
    expect((await session(two, made.token)).status).toBe(200);
    const published = await two.call('GET', '/.well-known/jwks.json');
    expect(published.headers.get('content-type')).toMatch(/^application\/jwk-set\+json/);
    expect(published.body.keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid, alg: 'EdDSA', use: 'sig' },
    ]);
    const verifier = createTokenVerifier({
      keys: published.body.keys,
      issuer: 'codemetrics',
      audience: 'codemetrics',
    });
    expect(await verifier.verify(made.token)).toMatchObject({ jti: made.tokenId, use: 'service', kid });
    const [header, payload, signature] = made.token.split('.') as [string, string, string];
    const altered = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    await expect(verifier.verify(`${header}.${payload}.${altered}`)).rejects.toMatchObject({
      reason: 'invalid',
    });
  });

  test('secrets are in the file alone: not in an answer, a log or the database', async () => {
    const content = await readFile(join(directory, 'keys'), 'utf8');
    const secrets = content.split('\n').flatMap((line) => /=(?:ed25519:)?(.{40,})$/.exec(line)?.[1] ?? []);
    expect(secrets.length).toBeGreaterThan(3);
    const keys = await one.call('GET', '/api/keys', { token: admin });
    const audit = await one.call('GET', '/api/audit?action=keys.rotate', { token: admin });
    expect(audit.body.entries.length).toBeGreaterThan(2);
    const told = [keys.text, audit.text, ...one.logs, ...two.logs].join('\n');
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});

describe('keys from TOKEN_SECRET', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({
      env: { TOKEN_SECRET: `old=${'o'.repeat(40)},new=${'n'.repeat(40)}` },
    });
  });
  afterAll(() => server.stop());

  test('a new key can only be rotated to where it stands in the setting', async () => {
    expect(headerOf(server.admin).kid).toBe('old');
    const asked = { token: server.admin };
    const refused = await server.call('POST', '/api/keys/rotate', { ...asked, json: {} });
    expect(expectProblem(refused, 409, 'state-conflict').detail).toContain('TOKEN_SECRET');
    const rotated = await server.call('POST', '/api/keys/rotate', { ...asked, json: { kid: 'new' } });
    expect(rotated.status, rotated.text).toBe(201);
    expect(headerOf((await server.serviceToken()).token).kid).toBe('new');
    expect((await server.call('GET', '/api/session', asked)).status).toBe(200);
  });
});
