import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { CallOptions } from './harness.ts';
import { useServer } from './harness.ts';
import { rawRequest } from './raw-request.ts';

const LIMIT = 64 * 1024 * 1024;
const LCOV = 'SF:src/a.ts\nDA:1,4\nDA:2,0\nend_of_record\n';
const XML = '<coverage line-rate="1"><packages/></coverage>';
const URL_OF = '/api/coverage?workload=my-team&repository=acme/shop-api&commit=abcdef1';
const server = useServer();
beforeAll(() => server().createWorkload('my-team'));

const upload = (body: string | Uint8Array, options: CallOptions = {}) =>
  server().call('POST', URL_OF, { token: server().admin, body, type: 'text/plain', ...options });
const packed = (body: string | Uint8Array, encoding = 'gzip') =>
  upload(body, { headers: { 'content-encoding': encoding } });

describe('the body of POST /api/coverage', () => {
  test.each([
    ['text/plain', LCOV],
    ['text/plain; charset=utf-8', LCOV],
    ['application/octet-stream', LCOV],
    ['application/xml', XML],
    ['text/xml', XML],
    ['TEXT/XML', XML],
    ['text/plain', XML],
    ['application/json', '{"total":{"lines":{"total":2,"covered":1}}}'],
  ])('200: as %s', async (type, body) => {
    const answer = await upload(body, { type });
    expect(answer.status, answer.text).toBe(200);
  });

  test.each(['text/html', 'multipart/form-data; boundary=x', 'x'])('415: as %s', async (type) => {
    expectProblem(await upload(LCOV, { type }), 415, 'unsupported-media-type');
  });

  test('415: packed in another way than gzip', async () => {
    for (const encoding of ['br', 'deflate', 'gzip, gzip'])
      expectProblem(await packed(LCOV, encoding), 415, 'unsupported-media-type');
  });

  test('200: gzip; 400: gzip that is cut short or none at all, and nothing is stored', async () => {
    const commit = 'abcdef2';
    const url = URL_OF.replace('abcdef1', commit);
    const call = (body: string | Uint8Array) =>
      server().call('POST', url, {
        token: server().admin,
        body,
        type: 'text/plain',
        headers: { 'content-encoding': 'gzip' },
      });
    const good = gzipSync(LCOV.repeat(200));
    expectProblem(await call(good.subarray(0, -12)), 400, 'malformed-body');
    expectProblem(await call(LCOV), 400, 'malformed-body');
    expect((await call(good)).body).toMatchObject({ created: 1, files: 1, lines: { covered: 1, total: 2 } });
  });

  test('413: over 64 MiB unpacked; exactly as much is read', async () => {
    const padding = Buffer.alloc(LIMIT - LCOV.length, '\n');
    const exact = gzipSync(Buffer.concat([padding, Buffer.from(LCOV)]), { level: 1 });
    const over = gzipSync(Buffer.concat([padding, Buffer.from(`\n${LCOV}`)]), { level: 1 });
    expect(over.byteLength).toBeLessThan(1024 * 1024);
    const answer = await packed(exact);
    expect(answer.status, answer.text).toBe(200);
    expectProblem(await packed(over), 413, 'payload-too-large');
  });

  test('413: a length over 64 MiB is refused before anything is sent', async () => {
    const { url, admin } = server();
    const answer = await rawRequest(url, [
      `POST ${URL_OF} HTTP/1.1`,
      `Authorization: Bearer ${admin}`,
      'Content-Type: text/plain',
      `Content-Length: ${LIMIT + 1}`,
    ]);
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('"payload-too-large"');
  });

  test('401 and 404 come before the report is read', async () => {
    const bomb = gzipSync(Buffer.alloc(LIMIT + 1, '\n'), { level: 1 });
    const headers = { 'content-encoding': 'gzip' };
    expectProblem(await upload(bomb, { token: undefined, headers }), 401, 'credential-missing');
    const elsewhere = URL_OF.replace('my-team', 'nowhere');
    const { call, admin: token } = server();
    expectProblem(
      await call('POST', elsewhere, { token, body: bomb, type: 'text/plain', headers }),
      404,
      'workload-not-found',
    );
  });
});
