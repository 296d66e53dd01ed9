import type { RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { admitting } from './admission.ts';

let server: Server | undefined;
const held: ServerResponse[] = [];
afterEach(() => {
  for (const response of held.splice(0)) response.end('late');
  server?.close();
});

/** A server whose handler holds each answer back until the test ends it. */
const start = async (): Promise<string> => {
  const hold: RequestListener = (request, response) => {
    if (request.url === '/api/health/live') response.end('live');
    else held.push(response);
  };
  server = createServer(admitting({ reading: 2, sending: 1, arriving: 3 }, hold));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
};
const until = async (count: number): Promise<void> => {
  while (held.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('beyond what is worked on at once', () => {
  test('a request is refused with 503 and Retry-After, and nothing is done for it', async () => {
    const url = await start();
    const admitted = [fetch(url), fetch(url)];
    await until(2);
    const refused = await fetch(url);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await refused.json()).toMatchObject({
      code: 'unavailable',
      instance: refused.headers.get('x-request-id'),
    });
    expect(held).toHaveLength(2);
    for (const response of held.splice(0)) response.end('done');
    expect((await Promise.all(admitted)).map(({ status }) => status)).toEqual([200, 200]);
    const after = fetch(url);
    await until(1);
    held.shift()!.end('done');
    expect((await after).status).toBe(200);
  });

  test('those that send a body are counted apart, and probes are always answered', async () => {
    const url = await start();
    const sending = fetch(url, { method: 'POST', body: 'x' });
    await until(1);
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(503);
    const reading = [fetch(url), fetch(url)];
    await until(3);
    expect((await fetch(url)).status).toBe(503);
    expect(await (await fetch(`${url}/api/health/live`)).text()).toBe('live');
    for (const response of held.splice(0)) response.end('done');
    await Promise.all([sending, ...reading]);
  });

  test('a body that is slow to come, or large, keeps no place until it has come', async () => {
    const url = await start();
    const sockets: Socket[] = [];
    for (const beginning of [
      'Content-Length: 100\r\n\r\n{',
      'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    ]) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
        socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${beginning}`),
      );
      sockets.push(socket.on('error', () => undefined));
      await until(sockets.length);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    const sending = fetch(url, { method: 'POST', body: 'x' });
    await until(3);
    held.pop()!.end('done');
    expect((await sending).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  test('a client that goes away gives its place back', async () => {
    const url = await start();
    const gone = new AbortController();
    const calls = [1, 2].map(() => fetch(url, { signal: gone.signal }).catch(() => 'gone'));
    await until(2);
    gone.abort();
    await Promise.all(calls);
    let status = 503;
    for (let n = 0; status === 503 && n < 100; n++) {
      const next = fetch(url);
      const answered = await Promise.race([next.then((answer) => answer.status), until(3).then(() => 200)]);
      status = answered;
    }
    expect(status).toBe(200);
  });
});
