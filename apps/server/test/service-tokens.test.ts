import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const YEAR_SECONDS = 365 * 86_400;
// Past the half of a second, where rounding a time would show.
const NOW = new Date('2026-03-02T10:00:00.700Z');
const server = useServer({ now: () => NOW });

const create = (json: Record<string, unknown>, token = server().admin) =>
  server().call('POST', '/api/tokens', { token, json: { subject: 'ci', ...json } });
const partOf = (token: string, index: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[index]!, 'base64url').toString()) as Record<string, unknown>;
const inSeconds = (seconds: number): string =>
  new Date(Math.floor(NOW.getTime() / 1000) * 1000 + seconds * 1000).toISOString();
const expectRefused = async (json: Record<string, unknown>, path: string): Promise<void> => {
  const problem = expectProblem(await create(json), 400, 'invalid-input');
  expect(problem.errors?.map((error) => error.path)).toContain(path);
};

describe('POST /api/tokens', () => {
  test('201: without anything but a subject, a token for a year with all that the maker may give', async () => {
    const answer = await create({ subject: 'your-service-name' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      accessToken: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]{43}$/),
      tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sub: 'your-service-name',
      created: NOW.toISOString(),
      expires: inSeconds(YEAR_SECONDS),
      scopes: ['data:read', 'data:write', 'workloads:write', 'sources:manage', 'audit:read'],
      workloads: null,
    });
  });

  test('201: the value is a JWT whose claims agree with the answer, signed with a named key', async () => {
    const { accessToken, tokenId } = (await create({ subject: 'claims' })).body;
    const iat = Math.floor(NOW.getTime() / 1000);
    expect(partOf(accessToken, 1)).toEqual({
      iss: 'codemetrics',
      aud: 'codemetrics',
      sub: 'claims',
      jti: tokenId,
      iat,
      exp: iat + YEAR_SECONDS,
      use: 'service',
    });
    expect(partOf(accessToken, 0)).toEqual({ alg: 'HS256', typ: 'JWT', kid: expect.stringMatching(/\S/) });
    expect(partOf(server().admin, 1)['use']).toBe('session');
  });

  test('201: takes every optional field', async () => {
    await server().createWorkload('create-team');
    const answer = await create({
      ttl: '90d',
      scopes: ['data:write', 'data:read', 'data:write'],
      workloads: ['create-team', 'create-team'],
      allowedCidrs: ['10.0.0.0/8', '2001:db8::/32'],
      description: 'two\nlines',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ scopes: ['data:write', 'data:read'], workloads: ['create-team'] });
    const list = await server().call('GET', '/api/tokens', { token: server().admin });
    expect(list.body.find((one: { tokenId: string }) => one.tokenId === answer.body.tokenId)).toMatchObject({
      allowedCidrs: ['10.0.0.0/8', '2001:db8::/32'],
      description: 'two\nlines',
    });
  });

  test.each([
    ['90d', 90 * 86_400],
    ['12h', 12 * 3600],
    ['1y', YEAR_SECONDS],
    ['3600', 3600],
    [3600, 3600],
    [1, 1],
  ])('201: a ttl of %j is %i seconds', async (ttl, seconds) => {
    const answer = await create({ ttl });
    expect(answer.body.expires, answer.text).toBe(inSeconds(seconds));
  });

  test('201: expires names the end, with any offset, down to the whole second', async () => {
    expect((await create({ expires: '2026-03-03T12:00:00+02:00' })).body.expires).toBe(
      '2026-03-03T10:00:00.000Z',
    );
    expect((await create({ expires: inSeconds(YEAR_SECONDS) })).status).toBe(201);
  });

  test.each<[unknown, string]>([
    ['3m', 'a month or a minute'],
    ['1.5h', 'no whole number'],
    ['P90D', 'another notation'],
    ['0', 'nothing'],
    [0, 'nothing'],
    [-5, 'negative'],
    ['366d', 'beyond SERVICE_TOKEN_TTL'],
    [YEAR_SECONDS + 1, 'a second beyond SERVICE_TOKEN_TTL'],
    ['9'.repeat(20), 'beyond any limit'],
    [true, 'no duration at all'],
  ])('400: a ttl of %j is refused: %s', async (ttl) => {
    await expectRefused({ ttl }, 'ttl');
  });

  test.each([
    ['2026-03-02T09:59:59Z', 'in the past'],
    ['2026-03-02T10:00:00Z', 'just now'],
    [inSeconds(YEAR_SECONDS + 1), 'beyond SERVICE_TOKEN_TTL'],
    ['2026-02-30T00:00:00Z', 'a day that does not exist'],
    ['2026-12-31T00:00:00', 'without an offset'],
    ['2026-12-31', 'a date alone'],
  ])('400: an end of %s is refused: %s', async (expires) => {
    await expectRefused({ expires }, 'expires');
  });

  test('400: ttl and expires together are refused', async () => {
    await expectRefused({ ttl: '1h', expires: inSeconds(3600) }, 'ttl');
  });

  test('201: a subject is trimmed, and may have 200 characters', async () => {
    expect((await create({ subject: '  my service\t' })).body.sub).toBe('my service');
    expect((await create({ subject: 'ü'.repeat(200) })).body.sub).toBe('ü'.repeat(200));
  });

  test.each<[unknown, string]>([
    ['', 'empty'],
    [' \t ', 'blank'],
    ['a'.repeat(201), '201 characters'],
    ['a\nb', 'a line break'],
    ['a\u0000b', 'NUL'],
    ['a\u007fb', 'DEL'],
    ['a\u0085b', 'a C1 control character'],
    ['a\u2028b', 'a line separator'],
    ['a\ud800b', 'a lone surrogate'],
    [7, 'a number'],
    [null, 'null'],
  ])('400: the subject %j is refused: %s', async (subject) => {
    await expectRefused({ subject }, 'subject');
  });

  test.each([
    [{ scope: ['data:read'] }, 'scope'],
    [{ scopes: [] }, 'scopes'],
    [{ scopes: ['everything'] }, 'scopes[0]'],
    [{ workloads: [] }, 'workloads'],
    [{ workloads: ['Not An Id'] }, 'workloads[0]'],
    [{ allowedCidrs: [] }, 'allowedCidrs'],
    [{ allowedCidrs: ['10.0.0.0/33'] }, 'allowedCidrs'],
    [{ allowedCidrs: ['example.com'] }, 'allowedCidrs'],
    [{ description: 'a\u0000b' }, 'description'],
    [{ description: 'a'.repeat(1001) }, 'description'],
  ])('400: %j is refused, naming %s', async (json, path) => {
    await expectRefused(json, path);
  });

  test('403: nobody gives a token a scope that they lack, or one that only a session may have', async () => {
    const editor = await server().signIn({ username: 'create-editor', role: 'editor' });
    const viewer = await server().signIn({ username: 'create-viewer', role: 'viewer' });
    const attempts: [string, string][] = [
      [editor.token, 'audit:read'],
      [editor.token, 'sources:manage'],
      [viewer.token, 'data:write'],
      [server().admin, 'tokens:manage'],
      [server().admin, 'users:manage'],
    ];
    for (const [session, scope] of attempts) {
      const answer = await create({ scopes: ['data:read', scope] }, session);
      expect(expectProblem(answer, 403, 'grant-exceeds-maker').detail).toContain(scope);
    }
    expect((await create({}, editor.token)).body.scopes).toEqual([
      'data:read',
      'data:write',
      'workloads:write',
    ]);
    expect((await create({}, viewer.token)).body.scopes).toEqual(['data:read']);
  });

  test('404: an unknown workload is named', async () => {
    const problem = expectProblem(await create({ workloads: ['nowhere'] }), 404, 'workload-not-found');
    expect(problem.detail).toContain('nowhere');
  });

  test('403: a maker who is limited to workloads gives no others, known or not', async () => {
    await server().createWorkload('limit-in');
    await server().createWorkload('limit-out');
    const { token } = await server().signIn({
      username: 'create-limited',
      role: 'editor',
      workloads: ['limit-in'],
    });
    expect((await create({ workloads: ['limit-in'] }, token)).status).toBe(201);
    expectProblem(await create({ workloads: ['limit-out'] }, token), 403, 'workload-forbidden');
    expectProblem(await create({ workloads: ['nowhere'] }, token), 403, 'workload-forbidden');
    const whole = (await create({}, token)).body.accessToken as string;
    const seen = await server().call('GET', '/api/workloads', { token: whole });
    expect(seen.body.workloads.map((one: { id: string }) => one.id)).toEqual(['limit-in']);
  });
});
