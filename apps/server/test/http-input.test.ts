import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';
import { rawRequest } from './raw-request.ts';

const server = useServer();
const post = (body: string | Uint8Array, type = 'application/json', path = '/api/tokens') =>
  server().call('POST', path, { token: server().admin, body, type });
const get = (path: string) => server().call('GET', path, { token: server().admin });

describe('a JSON body', () => {
  test.each([
    ['cut short', '{"subject":"x"'],
    ['with a trailing comma', '{"subject":"x",}'],
    ['with more behind it', '{"subject":"x"}{}'],
    ['in single quotes', "{'subject':'x'}"],
    ['with NaN', '{"subject":"x","ttl":NaN}'],
    ['with __proto__', '{"subject":"x","__proto__":{"scopes":["data:read"]}}'],
    ['with __proto__ in escapes', '{"subject":"x","\\u005f_proto__":{}}'],
    ['with __proto__ deep inside', '{"subject":"x","scopes":[{"__proto__":1}]}'],
    ['with a byte order mark and cut short', '\ufeff{'],
    ['with a raw control character in a string', '{"subject":"a\u0001b"}'],
  ])('400: %s', async (_what, body) => {
    expectProblem(await post(body), 400, 'malformed-body');
  });

  test('400: what is no UTF-8', async () => {
    const latin1 = Buffer.from('{"subject":"M\xfcller"}', 'latin1');
    const overlong = Buffer.concat([
      Buffer.from('{"subject":"'),
      Buffer.from([0xc0, 0xaf]),
      Buffer.from('"}'),
    ]);
    const utf16 = Buffer.from('{"subject":"x"}', 'utf16le');
    for (const body of [latin1, overlong, utf16]) expectProblem(await post(body), 400, 'malformed-body');
  });

  test.each([
    ['NUL', '"a\\u0000b"'],
    ['a lone surrogate', '"\\ud800"'],
    ['two surrogates in the wrong order', '"\\udc00\\ud800"'],
    ['a line break', '"a\\nb"'],
    ['a number beyond all numbers', '1e400'],
    ['an object', '{}'],
    ['null', 'null'],
  ])('400: %s as a line of text is refused by its path', async (_what, subject) => {
    const problem = expectProblem(await post(`{"subject":${subject}}`), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('subject');
  });

  test('400: 1e400 is no number of seconds, and no line number', async () => {
    expectProblem(await post('{"subject":"x","ttl":1e400}'), 400, 'invalid-input');
    expectProblem(await get('/api/workloads?limit=1e400'), 400, 'invalid-input');
  });

  test('400: nesting of 100,000 levels is refused, over tRPC too, and the server lives on', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const objects = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    for (const value of [deep, objects]) {
      expect((await post(value)).status).toBe(400);
      expect((await post(`{"subject":"x","scopes":${value}}`)).status).toBe(400);
      expect((await post(`{"subject":${value}}`, 'application/json', '/trpc/tokens.create')).status).toBe(
        400,
      );
    }
    expect((await get('/api/health/live')).status).toBe(200);
  });

  test('400: an unknown field is named, and a long name of one is cut', async () => {
    const problem = expectProblem(await post('{"subject":"x","subjcet":"y"}'), 400, 'invalid-input');
    expect(problem.errors).toEqual([{ path: 'subjcet', message: 'unknown field' }]);
    expect((await post(`{"subject":"x","${'y'.repeat(100_000)}":1}`)).text.length).toBeLessThan(1000);
  });

  test('the last of two fields of one name counts, as JSON.parse has it', async () => {
    expect((await post('{"subject":"first","subject":"second"}')).body.sub).toBe('second');
  });
});

describe('the content type of a JSON body', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x',
    'application/json+x',
  ])('415: %s', async (type) => {
    expectProblem(await post('{"subject":"x"}', type), 415, 'unsupported-media-type');
  });

  test('415: none at all', async () => {
    const { call, admin } = server();
    const body = Buffer.from('{"subject":"x"}');
    expectProblem(await call('POST', '/api/tokens', { token: admin, body }), 415, 'unsupported-media-type');
  });
});

describe('the query string', () => {
  test('400: an unknown parameter is named', async () => {
    const problem = expectProblem(await get('/api/workloads?limt=5'), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('limt');
    expectProblem(await get('/api/session?x'), 400, 'invalid-input');
    expectProblem(await get('/api/workloads?__proto__=1'), 400, 'invalid-input');
    expectProblem(await get('/api/workloads?constructor=1'), 400, 'invalid-input');
  });

  test('400: a parameter that is one is not given twice', async () => {
    for (const query of ['limit=1&limit=2', 'limit=1&limit=1', 'cursor=a&cursor=b'])
      expectProblem(await get(`/api/workloads?${query}`), 400, 'invalid-input');
  });

  test.each([
    '0',
    '501',
    '-1',
    '1.5',
    'abc',
    '',
    '0x10',
    '1e2',
    ' 5',
    '99999999999999999999',
    'null',
    'true',
  ])('400: a limit of %j', async (limit) => {
    const answer = await get(`/api/workloads?limit=${encodeURIComponent(limit)}`);
    expect(expectProblem(answer, 400, 'invalid-input').errors?.[0]?.path).toBe('limit');
  });

  test('400: what belongs in a body is not taken from the query, where it would be logged', async () => {
    const { call, admin } = server();
    const problem = expectProblem(
      await call('POST', '/api/tokens?subject=from-the-query', { token: admin, json: {} }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.[0]?.path).toBe('subject');
    const signIn = `/api/session?username=admin&password=${encodeURIComponent(ADMIN_PASSWORD)}`;
    expectProblem(await call('POST', signIn, { json: {} }), 400, 'invalid-input');
  });

  test('400: the id in the path is not told again in the body', async () => {
    const { call, admin } = server();
    const json = { id: 'other', name: 'x' };
    expectProblem(await call('PUT', '/api/workloads/one', { token: admin, json }), 400, 'invalid-input');
  });

  test('400: NUL in a query or a path reaches no statement; broken UTF-8 finds nothing', async () => {
    for (const path of ['pipeline/runs?job=a%00b', 'pipeline/runs?cursor=%00', 'workloads/%00'])
      expect((await get(`/api/${path}`)).status, path).toBe(400);
    expectProblem(await get('/api/tokens/%00/usage'), 404, 'not-found');
    expect((await get('/api/pipeline/runs?branch=%ed%a0%80%00')).body).toMatchObject({ runs: [] });
  });
});

describe('the content type where no body is read', () => {
  const odd = ['/', 'application/json, text/plain', 'x', ''];

  test.each(odd)('%j with DELETE says nothing', async (type) => {
    const { call, admin } = server();
    const answer = await call('DELETE', '/api/workloads/nowhere', {
      token: admin,
      headers: { 'content-type': type },
    });
    expectProblem(answer, 404, 'workload-not-found');
  });

  test.each([...odd, undefined])(
    '405 and 404: %j with a method or an address that is not known',
    async (type) => {
      for (const method of ['QUERY', 'PUT', 'PATCH']) {
        const lines = type === undefined ? [] : [`Content-Type: ${type}`];
        const known = await rawRequest(server().url, [`${method} /api/session HTTP/1.1`, ...lines]);
        expect(known.status, method).toBe(405);
        expect(known.head).toMatch(/^allow: POST, GET, DELETE/im);
        const unknown = await rawRequest(server().url, [`${method} /api/nothing HTTP/1.1`, ...lines]);
        expect(unknown.status, method).toBe(404);
      }
    },
  );
});
