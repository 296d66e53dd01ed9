import { createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listen, outbound, refusal, serve, stopServers } from './outbound-kit.ts';

describe('an answer', () => {
  test('carries status, headers in lower case and text', async () => {
    const seen: unknown[] = [];
    const { port } = await serve((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        seen.push(request.headers['x-sent'], Buffer.concat(parts).toString(), request.headers['cookie']);
        response.writeHead(418, { 'X-Some': 'Thing', 'Set-Cookie': ['a=1', 'b=2'] }).end('täxt');
      });
    });
    const guarded = outbound();
    const init = { method: 'POST', headers: { 'x-sent': 'yes' }, body: 'bödy' } as const;
    const answer = await guarded.fetch(`http://127.0.0.1:${port}/path?query`, init);
    expect(answer).toMatchObject({ status: 418, text: 'täxt' });
    expect(answer.headers).toMatchObject({ 'x-some': 'Thing', 'set-cookie': 'a=1, b=2' });
    await guarded.fetch(`http://127.0.0.1:${port}/`);
    expect(seen).toEqual(['yes', 'bödy', undefined, undefined, '', undefined]);
  });

  test.each([301, 302, 303, 307, 308])('of %i is not followed', async (status) => {
    const target = await serve((_request, response) => response.end('secret'));
    const { port } = await serve((_request, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${target.port}/` }).end('moved'),
    );
    expect(await outbound().fetch(`http://127.0.0.1:${port}/`)).toMatchObject({ status, text: 'moved' });
    expect(target.asked).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync('packed')],
    ['x-gzip', gzipSync('packed')],
    ['deflate', deflateSync('packed')],
    ['br', brotliCompressSync('packed')],
    ['identity', Buffer.from('packed')],
  ])('packed by %s is unpacked', async (coding, body) => {
    const { port } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    expect((await outbound().fetch(`http://127.0.0.1:${port}/`)).text).toBe('packed');
  });

  test.each([204, 200])('of %i without a body may say that it is packed', async (status) => {
    const { port } = await serve((_request, response) =>
      response.writeHead(status, { 'content-encoding': 'gzip' }).end(),
    );
    expect(await outbound().fetch(`http://127.0.0.1:${port}/`)).toMatchObject({ status, text: '' });
  });

  test.each([
    ['gzip', Buffer.from('no gzip')],
    ['gzip', gzipSync('cut off'.repeat(100)).subarray(0, 20)],
    ['gzip, gzip', gzipSync(gzipSync('twice'))],
    ['zstd', Buffer.from('x')],
    ['constructor', Buffer.from('x')],
  ])('packed by %s that can’t be unpacked is refused', async (coding, body) => {
    const { port } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(body),
    );
    expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`))).code).toBe('unreachable');
  });

  test('may be as long as the limit, and not a byte longer', async () => {
    let length = 1000;
    const { port } = await serve((_request, response) => response.end('a'.repeat(length)));
    const guarded = outbound({ maxBytes: 1000 });
    expect((await guarded.fetch(`http://127.0.0.1:${port}/`)).text).toHaveLength(1000);
    length = 1001;
    expect((await refusal(guarded.fetch(`http://127.0.0.1:${port}/`))).code).toBe('too-large');
  });

  test('without an end is cut off at the limit, and its connection is closed', async () => {
    let closed = false;
    let sent = 0;
    const { port } = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536, 97);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        if (!response.destroyed) response.once('drain', more);
      };
      response.on('close', () => (closed = true));
      more();
    });
    expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`))).code).toBe('too-large');
    await expect.poll(() => closed).toBe(true);
    expect(sent).toBeLessThan(32 * 1_048_576);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(256 * 1_048_576))],
    ['br', brotliCompressSync(Buffer.alloc(64 * 1_048_576))],
  ])(
    'that unpacks to far more than it was (%s) is refused, without the memory for it',
    async (coding, bomb) => {
      expect(bomb.length).toBeLessThan(1_048_576);
      const { port } = await serve((_request, response) =>
        response.writeHead(200, { 'content-encoding': coding }).end(bomb),
      );
      const before = process.memoryUsage().rss;
      expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`))).code).toBe('too-large');
      expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1_048_576);
    },
  );

  test('with an endless header is refused', async () => {
    const port = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.write(`HTTP/1.1 200 OK\r\n${'x-header: aaaaaaaaaaaaaaaa\r\n'.repeat(10_000)}`);
      }),
    );
    expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`))).code).toBe('too-large');
  });

  test('that is no HTTP is refused', async () => {
    const port = await listen(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
    expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`))).code).toBe('unreachable');
  });

  test.each(['nothing', 'header', 'trickle'])('that is slow (%s) ends by the time limit', async (kind) => {
    let timer: NodeJS.Timeout | undefined;
    const { port } = await serve((_request, response) => {
      if (kind === 'header') response.writeHead(200).flushHeaders();
      if (kind === 'trickle') timer = setInterval(() => response.write('a'), 20);
    });
    const start = performance.now();
    expect((await refusal(outbound({ timeoutMs: 300 }).fetch(`http://127.0.0.1:${port}/`))).code).toBe(
      'timeout',
    );
    expect(performance.now() - start).toBeLessThan(2000);
    clearInterval(timer);
  });

  test('of nobody is unreachable, and the text says neither where nor what', async () => {
    const { port } = await serve((_request, response) => response.end());
    stopServers();
    const error = await refusal(outbound().fetch(`http://127.0.0.1:${port}/SECRET`));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('ECONNREFUSED');
    expect(error.message).not.toMatch(/SECRET|127\.0/);
  });
});
