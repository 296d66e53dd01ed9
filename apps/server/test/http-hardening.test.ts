import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';
import { rawRequest } from './raw-request.ts';

const server = useServer();

describe('methods that no route knows', () => {
  test.each(['PROPFIND', 'TRACE', 'LOCK', 'REPORT', 'SEARCH', 'PURGE'])('405: %s', async (method) => {
    const answer = await rawRequest(server().url, [`${method} /api/tokens/x HTTP/1.1`]);
    expect(answer.status).toBe(405);
    expect(answer.head).toMatch(/^allow: DELETE, OPTIONS\r?$/im);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'method-not-allowed' });
    expect((await rawRequest(server().url, [`${method} /api/nothing HTTP/1.1`])).status).toBe(404);
  });
});

describe('transport', () => {
  const proxied = useServer({ env: { TRUST_PROXY: '127.0.0.0/8' } });
  const https = { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' } };

  test('a browser is bound to https where the connection is secure, told by a trusted proxy alone', async () => {
    const secure = await proxied().call('GET', '/api/health/live', https);
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    for (const answer of [
      await proxied().call('GET', '/api/health/live'),
      await server().call('GET', '/api/health/live', https),
    ])
      expect(answer.headers.get('strict-transport-security')).toBeNull();
  });

  test('the cookie of a session is Secure there, HttpOnly and SameSite everywhere', async () => {
    const json = { username: 'admin', password: 'a sentence for the tests 42' };
    const secure = await proxied().call('POST', '/api/session', { ...https, json });
    expect(secure.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    const plain = await server().call('POST', '/api/session', { json });
    expect(plain.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  test('the address is that which a trusted proxy tells, and of no other sender', async () => {
    const limited = { allowedCidrs: ['203.0.113.0/24'] };
    const behind = await proxied().serviceToken(limited);
    expect((await proxied().call('GET', '/api/session', { ...https, token: behind.token })).status).toBe(200);
    const spoofed = { headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.1' }, token: behind.token };
    expectProblem(await proxied().call('GET', '/api/session', spoofed), 403, 'address-forbidden');
    const open = await server().serviceToken(limited);
    expectProblem(
      await server().call('GET', '/api/session', { ...https, token: open.token }),
      403,
      'address-forbidden',
    );
  });
});

describe('caching', () => {
  test('nothing of the API is stored, but what carries a tag of its own', async () => {
    const { call, admin: token } = server();
    for (const path of ['/api/tokens', '/api/users', '/api/audit', '/api/system/config', '/api/keys'])
      expect((await call('GET', path, { token })).headers.get('cache-control'), path).toBe('no-store');
    const json = { queries: ['pipeline-runs'], dateRange: { start: '2026-01-01', end: '2026-01-02' } };
    const tagged = await call('POST', '/api/query', { token, json });
    expect(tagged.headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('slow and many', () => {
  test.each([
    ['a head', 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Ty'],
    [
      'a body',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"user',
    ],
  ])('300 that never finish %s hold up nobody', async (_what, beginning) => {
    const { hostname, port } = new URL(server().url);
    const idle = await Promise.all(
      Array.from(
        { length: 300 },
        () =>
          new Promise<ReturnType<typeof connect>>((resolve) => {
            const socket = connect(Number(port), hostname, () =>
              socket.write(beginning, () => resolve(socket)),
            );
            socket.on('error', () => undefined);
          }),
      ),
    );
    try {
      const begin = performance.now();
      expect((await server().call('GET', '/api/health/ready')).status).toBe(200);
      const json = { username: 'admin', password: 'a sentence for the tests 42' };
      expect((await server().call('POST', '/api/session', { json })).status).toBe(200);
      expect(performance.now() - begin).toBeLessThan(3000);
    } finally {
      for (const socket of idle) socket.destroy();
    }
  });
});
