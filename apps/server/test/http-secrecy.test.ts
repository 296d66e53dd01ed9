import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { dump } from './database-client.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';
import { rawRequest } from './raw-request.ts';

const server = useServer();

describe('security headers', () => {
  test.each([
    ['200', 'GET', '/api/health/live'],
    ['200', 'GET', '/api/openapi.json'],
    ['200', 'GET', '/docs/'],
    ['200', 'GET', '/problems'],
    ['200', 'GET', '/metrics'],
    ['204', 'OPTIONS', '/api/session'],
    ['401', 'GET', '/api/session'],
    ['401', 'GET', '/trpc/session.get'],
    ['404', 'GET', '/api/nothing'],
    ['404', 'GET', '/nothing'],
    ['404', 'GET', '/trpc/no.such'],
    ['405', 'PATCH', '/api/session'],
    ['415', 'POST', '/api/session'],
  ])('%s: %s %s', async (status, method, path) => {
    const { call } = server();
    const answer = await call(method, path, method === 'POST' ? { body: '{}', type: 'text/plain' } : {});
    expect(String(answer.status)).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'self'", "object-src 'none'", 'base-uri ', "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*'unsafe-inline'|https?:|\*/);
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  test('no answer that holds a credential or a problem is stored', async () => {
    const { call, admin: token } = server();
    for (const answer of [
      await call('POST', '/api/tokens', { token, json: { subject: 'x' } }),
      await call('GET', '/api/session', { token }),
      await call('GET', '/api/session'),
      await call('POST', '/trpc/tokens.create', { token, json: { subject: 'x' } }),
    ])
      expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('no token and no password is in any log line or table', () => {
  test('whatever is done right or wrong with them', async () => {
    const { call, admin, url, logs } = server();
    await server().createWorkload('my-team');
    const canary = 'canary-0f3c9a71';
    const password = `${canary} is a password`;
    const json = (body: unknown) => ({ token: admin, json: body });
    const { body: user } = await call('POST', '/api/users', json({ username: 'kept', password }));
    await call('PATCH', `/api/users/${user.userId}`, json({ password: `${password}, a new one` }));
    await call('POST', '/api/users', json({ username: 'refused', password: canary.slice(0, 10) }));
    const issued = (await call('POST', '/api/tokens', json({ subject: 'x' }))).body.accessToken as string;
    await call('PUT', '/api/sources/github', json({ source: 'github', secret: `${canary}-of-the-webhook` }));
    await call('PUT', '/api/sources/github', json({ secret: `${canary}-of-the-webhook` }));
    await call('POST', '/api/session', { json: { username: 'kept', password: `${password}?` } });
    await call('POST', '/api/session', { json: { username: canary, password: canary } });
    await call('POST', '/api/session', { body: `{"password":"${password}"`, type: 'application/json' });
    await call('POST', `/api/session?password=${canary}`, { json: {} });
    await call('GET', `/api/session?access_token=${issued}`, { token: issued });
    await call('GET', `/api/${issued}`);
    await call('GET', `/api/workloads/${canary}`, { token: issued });
    await call('GET', '/api/session', { token: `${issued}x` });
    await call('GET', '/api/session', { headers: { authorization: `Basic ${canary}` } });
    await call('GET', '/api/session', { headers: { cookie: `codemetrics_session=${issued}; x=${canary}` } });
    await call('GET', '/api/session', {
      headers: { 'x-request-id': `${canary} x`, referer: `http://x/?t=${issued}` },
    });
    await call('GET', `/trpc/session.get?input=${canary}`, { token: issued });
    await call('POST', '/trpc/session.create', { json: { username: 'kept', password: canary } });
    await rawRequest(url, [
      `GET /api/session?${canary} HTTP/1.1`,
      `Authorization: Bearer ${issued}`,
      'Bad Header: x',
    ]);
    await call('POST', '/api/pipeline/runs', json({ runs: [aPipelineRun({ job: `${canary}\u0000` })] }));
    await call('POST', '/api/tokens/self/rotate', { token: issued, json: {} });
    const tables = await dump(server().databaseUrl);
    expect(tables).toContain('kept');
    // The names of those who failed to sign in are there, and no password among them.
    expect(tables).not.toContain(password);
    for (const token of [admin, issued]) expect(tables).not.toContain(token.split('.')[2]);
    const log = logs.join('');
    expect(log.length).toBeGreaterThan(1000);
    // A name that failed to sign in is told in the audit log, never here.
    expect(log).not.toContain(canary);
    for (const token of [admin, issued])
      for (const part of token.split('.').slice(1)) expect(log).not.toContain(part);
    expect(log).not.toContain(ADMIN_PASSWORD);
  });
});
