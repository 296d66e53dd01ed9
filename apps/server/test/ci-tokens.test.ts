import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IssuerKey, TestIssuer } from './ci-kit.ts';
import { exchange, GITHUB_CLAIMS, newKey, signJob, startIssuer, trusted } from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

let now = new Date('2026-03-01T12:00:00.000Z');
const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
const server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8' }, now: () => now });
let key: IssuerKey;
let issuer: TestIssuer;
let identityId: string;

beforeAll(async () => {
  key = await newKey('one');
  issuer = await startIssuer([key]);
  identityId = await trusted(server(), { name: 'shop-api', issuer: issuer.url, lifetimeSeconds: 600 });
});
afterAll(() => issuer.stop());

const job = (over: Record<string, unknown> = {}) =>
  signJob(key, { ...GITHUB_CLAIMS, iss: issuer.url, ...over }, { now });
const session = (token: string) => server().call('GET', '/api/session', { token });

describe('the service token', () => {
  test('ends with its time', async () => {
    const { access_token: token } = (await exchange(server(), await job())).body;
    later(599);
    expect((await session(token)).status).toBe(200);
    later(1);
    expectProblem(await session(token), 401, 'credential-expired');
  });

  test('is never rotated, by itself or by an administrator', async () => {
    const { access_token: token } = (await exchange(server(), await job())).body;
    const { tokenId } = (await session(token)).body;
    const rotate = (id: string, by: string) =>
      server().call('POST', `/api/tokens/${id}/rotate`, { token: by, json: {} });
    expectProblem(await rotate('self', token), 409, 'state-conflict');
    expectProblem(await rotate(tokenId, server().admin), 409, 'state-conflict');
  });

  test('ends with the trust, at once', async () => {
    const { access_token: token } = (await exchange(server(), await job())).body;
    expect((await session(token)).status).toBe(200);
    const path = `/api/ci-identities/${identityId}`;
    expect((await server().call('DELETE', path, { token: server().admin })).status).toBe(204);
    expectProblem(await session(token), 401, 'credential-revoked');
    expectProblem(await exchange(server(), await job()), 401, 'ci-token-refused');
  });

  test.each(['disabled', 'deleted'])('ends with its user, once %s, and so does the trust', async (how) => {
    const maker = await server().signIn({ username: `maker-${how}`, role: 'admin' });
    const claims = { repository: `acme/${how}` };
    await server().call('POST', '/api/ci-identities', {
      token: maker.token,
      json: {
        name: how,
        issuer: issuer.url,
        audience: 'https://codemetrics.test',
        claims,
        scopes: ['data:read'],
      },
    });
    const { access_token: token } = (await exchange(server(), await job(claims))).body;
    expect((await session(token)).status).toBe(200);
    const path = `/api/users/${maker.userId}`;
    if (how === 'deleted') await server().call('DELETE', path, { token: server().admin });
    else await server().call('PATCH', path, { token: server().admin, json: { disabled: true } });
    expect((await session(token)).status).toBe(401);
    expectProblem(await exchange(server(), await job(claims)), 401, 'ci-token-refused');
  });

  test('is forgotten a week after its end', async () => {
    await trusted(server(), { name: 'weekly', issuer: issuer.url, claims: { repository: 'acme/weekly' } });
    const give = async () => exchange(server(), await job({ repository: 'acme/weekly' }));
    await give();
    later(8 * 86_400);
    const json = { username: 'admin', password: ADMIN_PASSWORD };
    const token = (await server().call('POST', '/api/session', { json })).body.sessionToken as string;
    const count = async (): Promise<number> => {
      const { body } = await server().call('GET', '/api/tokens?include=inactive', { token });
      return body.filter((one: { sub: string }) => one.sub.startsWith('ci:weekly ')).length;
    };
    expect(await count()).toBe(1);
    await give();
    expect(await count()).toBe(1);
  });
});
