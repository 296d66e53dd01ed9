import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { CallOptions } from './harness.ts';
import { useServer } from './harness.ts';
import { rawRequest } from './raw-request.ts';

const server = useServer();
const as = (method: string, path: string, options: CallOptions = {}) =>
  server().call(method, path, { token: server().admin, ...options });

describe('methods', () => {
  test.each([
    ['DELETE', '/api/workloads', 'GET, POST, PUT, HEAD, OPTIONS'],
    ['POST', '/api/workloads/x', 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ['GET', '/api/changes', 'POST, OPTIONS'],
    ['PATCH', '/api/openapi.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/health/live', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/metrics', 'GET, HEAD, OPTIONS'],
  ])('405: %s %s is refused, and Allow names what is taken', async (method, path, allow) => {
    const answer = await as(method, path);
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe(allow);
    const options = await server().call('OPTIONS', path);
    expect([options.status, options.headers.get('allow'), options.text]).toEqual([204, allow, '']);
  });

  test('405: HEAD where there is no GET, without a body', async () => {
    const answer = await as('HEAD', '/api/changes');
    expect([answer.status, answer.headers.get('allow'), answer.text]).toEqual([405, 'POST, OPTIONS', '']);
  });

  test('HEAD answers as GET does, without the body, a refusal too', async () => {
    const [get, head] = [await as('GET', '/api/session'), await as('HEAD', '/api/session')];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'cache-control'])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    const refused = await server().call('HEAD', '/api/session');
    expect([refused.status, refused.text]).toEqual([401, '']);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('no page of another site is let in: OPTIONS and answers carry no CORS permission', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET'])
      expect(
        [...(await as(method, '/api/workloads', { headers })).headers.keys()].filter((name) =>
          name.startsWith('access-control'),
        ),
      ).toEqual([]);
  });
});

describe('addresses', () => {
  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/session/',
    '/api/Session',
    '/api/workloads/a/b',
    '/api/%2e%2e/package.json',
    '/api/workloads/%zz',
    `/api/workloads/${'a'.repeat(600)}`,
    '/nothing',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/.env',
  ])('404: %s', async (path) => {
    expectProblem(await as('GET', path), 404, 'not-found');
  });
});

describe('Accept', () => {
  test.each(['text/html', 'application/xml', 'application/json;q=0', 'text/csv', '*/*;q=0'])(
    '406: %s is not what it answers with',
    async (accept) => {
      expectProblem(await as('GET', '/api/session', { headers: { accept } }), 406, 'not-acceptable');
    },
  );

  test.each(['*/*', 'application/*', 'text/html, application/json;q=0.1', 'Application/JSON', ''])(
    '200: %j takes JSON',
    async (accept) => {
      const answer = await as('GET', '/api/session', { headers: { accept } });
      expect(answer.status, answer.text).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );
});

describe('X-Request-Id', () => {
  const idOf = async (given?: string) =>
    (
      await as('GET', '/api/workloads', {
        headers: given === undefined ? {} : { 'x-request-id': given },
      })
    ).headers.get('x-request-id');

  test('a sane one is taken, into the answer, the problem and the log', async () => {
    for (const given of ['a', 'Trace_1.2-3', 'x'.repeat(128)]) expect(await idOf(given)).toBe(given);
    const answer = await server().call('GET', '/api/session', { headers: { 'x-request-id': 'my-own-id' } });
    expect(expectProblem(answer, 401, 'credential-missing').instance).toBe('my-own-id');
    expect(server().logs.some((line) => line.includes('"requestId":"my-own-id"'))).toBe(true);
  });

  test('one that is not sane is replaced, and without one each request gets its own', async () => {
    const made = [];
    for (const given of ['a b', 'ä', 'x'.repeat(129), '"', 'a/b', '', undefined, undefined]) {
      const id = await idOf(given);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      made.push(id);
    }
    expect(new Set(made).size).toBe(made.length);
  });

  test('every kind of answer has one', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['PATCH', '/api/session'],
      ['OPTIONS', '/api/session'],
      ['GET', '/api/workloads/%zz'],
      ['GET', '/api/openapi.json'],
      ['GET', '/api/health/live'],
      ['GET', '/docs'],
      ['GET', '/'],
      ['GET', '/metrics'],
      ['GET', '/trpc/session.get'],
    ] as const)
      expect((await server().call(method, path)).headers.get('x-request-id'), path).toMatch(/^[\w-]+$/);
  });
});

describe('credentials', () => {
  test('401: of two Authorization headers none counts', async () => {
    const { url, admin } = server();
    const good = `Authorization: Bearer ${admin}`;
    for (const other of [good, 'authorization: Bearer x.y.z', 'AUTHORIZATION: Basic YTpi'])
      for (const lines of [
        [good, other],
        [other, good],
      ]) {
        const answer = await rawRequest(url, ['GET /api/session HTTP/1.1', ...lines]);
        expect(answer.status).toBe(401);
        expect(answer.body).toContain('"credential-invalid"');
      }
    expect((await rawRequest(url, ['GET /api/session HTTP/1.1', good])).status).toBe(200);
  });

  test('431: headers beyond what is read', async () => {
    const { url } = server();
    const answer = await rawRequest(url, ['GET /api/session HTTP/1.1', `X-Large: ${'x'.repeat(70_000)}`]);
    expect(answer.status).toBe(431);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 431, code: 'headers-too-large' });
  });

  test('400: a request whose length is told in two ways, or is no HTTP at all', async () => {
    const { url } = server();
    for (const lines of [
      ['POST /api/session HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
      ['POST /api/session HTTP/1.1', 'Content-Length: 5', 'Content-Length: 6'],
      ['GET /api/session HTTP/1.1', 'Bad Header: x'],
      ['nonsense'],
    ])
      expect((await rawRequest(url, lines)).status, lines.join()).toBe(400);
  });
});
