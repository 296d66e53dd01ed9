import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import type { CallOptions } from './harness.ts';
import { useServer } from './harness.ts';

const LIMIT = 5 * 1024 * 1024;
const server = useServer();
beforeAll(() => server().createWorkload('my-team'));

const send = (body: string | Uint8Array, headers: Record<string, string> = {}, options: CallOptions = {}) =>
  server().call('POST', '/api/pipeline/runs', {
    token: server().admin,
    body,
    type: 'application/json',
    headers,
    ...options,
  });
const gzipped = (body: string | Uint8Array) => send(body, { 'content-encoding': 'gzip' });
const batch = (job: string, count: number): string =>
  JSON.stringify({ runs: Array.from({ length: count }, () => aPipelineRun({ job })) });
const stored = async (job: string): Promise<number> => {
  const answer = await server().call('GET', `/api/pipeline/runs?job=${job}&limit=500`, {
    token: server().admin,
  });
  return answer.body.runs.length as number;
};
/** A batch of this many bytes; blanks between its parts are as good as rows. */
const paddedTo = (bytes: number, job: string): string => {
  const text = batch(job, 1);
  return text + ' '.repeat(bytes - Buffer.byteLength(text));
};

describe('the body of POST /api/pipeline/runs', () => {
  test('200: 1,000 rows; 400: 1,001, of which none is written', async () => {
    expect((await send(batch('thousand', 1000))).body).toMatchObject({ received: 1000, created: 1000 });
    const problem = expectProblem(await send(batch('more', 1001)), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('runs');
    expect(await stored('more')).toBe(0);
  });

  test('400: no rows, another name for them, rows without a name', async () => {
    for (const body of ['{"runs":[]}', '{"run":[]}', '[]', '{}', '{"runs":{}}', 'null', '"runs"', ''])
      expectProblem(await send(body), 400, 'invalid-input');
  });

  test('400: many wrong rows are told of in a short answer', async () => {
    const runs = Array.from({ length: 1000 }, () => ({ ...aPipelineRun(), status: 'wrong' }));
    const answer = await send(JSON.stringify({ runs }));
    expect(expectProblem(answer, 400, 'invalid-input').errors).toHaveLength(20);
    expect(answer.text.length).toBeLessThan(5000);
  });

  test('413: over 5 MiB, told by its length or not; exactly 5 MiB is taken', async () => {
    expect((await send(paddedTo(LIMIT, 'exact'))).status).toBe(200);
    expectProblem(await send(paddedTo(LIMIT + 1, 'over')), 413, 'payload-too-large');
    const chunked = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from(paddedTo(LIMIT + 1, 'over')));
        controller.close();
      },
    });
    const answer = await fetch(`${server().url}/api/pipeline/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server().admin}`, 'content-type': 'application/json' },
      body: chunked,
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
    expect(await stored('over')).toBe(0);
  });

  test('200: gzip is unpacked, whatever the case of its name', async () => {
    expect((await gzipped(gzipSync(batch('packed', 3)))).body).toMatchObject({ created: 3 });
    const packed = gzipSync(batch('packed', 1));
    expect((await send(packed, { 'content-encoding': 'GZIP' })).body).toMatchObject({ created: 1 });
    expect(await stored('packed')).toBe(4);
  });

  test('413: the limit holds for the unpacked size, so a bomb is refused', async () => {
    expect((await gzipped(gzipSync(paddedTo(LIMIT, 'packed-exact')))).status).toBe(200);
    expectProblem(await gzipped(gzipSync(paddedTo(LIMIT + 1, 'bomb'))), 413, 'payload-too-large');
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '), { level: 1 });
    expect(bomb.byteLength).toBeLessThan(LIMIT);
    expectProblem(await gzipped(bomb), 413, 'payload-too-large');
  });

  test('400: gzip that is broken, cut short or none at all', async () => {
    const good = gzipSync(batch('broken', 5));
    const flipped = Buffer.from(good);
    flipped[flipped.length - 6]! ^= 0xff;
    for (const body of [good.subarray(0, good.length - 10), flipped, Buffer.from(batch('broken', 1))])
      expectProblem(await gzipped(body), 400, 'malformed-body');
    expect(await stored('broken')).toBe(0);
  });

  test('415: another encoding, another content type', async () => {
    expectProblem(await send(batch('x', 1), { 'content-encoding': 'br' }), 415, 'unsupported-media-type');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json5'])
      expectProblem(await send(batch('x', 1), {}, { type }), 415, 'unsupported-media-type');
    expect((await send(batch('x', 1), {}, { type: 'Application/JSON; charset=UTF-8' })).status).toBe(200);
  });

  test('401 comes before all of this: a stranger’s body is not read', async () => {
    expectProblem(await send(paddedTo(LIMIT + 1, 'x'), {}, { token: undefined }), 401, 'credential-missing');
    expectProblem(await send('{', {}, { token: 'wrong' }), 401, 'credential-invalid');
  });
});
