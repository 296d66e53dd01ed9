import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutboundOptions } from './create-outbound.ts';
import { createOutbound } from './create-outbound.ts';
import { OutboundError } from './outbound-error.ts';
import { selfSigned } from './self-signed.ts';

const LOOPBACK = ['127.0.0.1/32'];
const servers: Server[] = [];

const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** The port of a server, and what it was asked. */
const serve = async (listener: RequestListener) => {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      listener(request, response);
    }),
  );
  return { port, asked };
};

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections();
  }
});

const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({ allowed: LOOPBACK, ...options });

const refusal = async (work: Promise<unknown>): Promise<OutboundError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OutboundError);
  return error as OutboundError;
};

const checked = (url: string, allowed: string[] = []): string => {
  try {
    createOutbound({ allowed }).checkUrl(url);
    return 'fine';
  } catch (error) {
    return (error as OutboundError).code;
  }
};

const LOCAL_HOSTS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '017700000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '①②⑦.0.0.1',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'localhost..',
  'anything.localhost',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.0.1',
  '[::]',
  '[::1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fc00::1]',
  '[fe80::1]',
];

describe('a URL that is configured', () => {
  test.each(LOCAL_HOSTS)('may not be on %s, by https or http, with or without a port', async (host) => {
    for (const url of [
      `https://${host}/`,
      `https://${host}:8443/x`,
      `http://${host}/`,
      `http://${host}:3000`,
    ])
      expect([url, checked(url)]).toEqual([url, 'address-forbidden']);
    const error = await refusal(createOutbound({ allowed: [] }).fetch(`http://${host}:9/`));
    expect(error.code).toBe('address-forbidden');
  });

  test('may be https with any name and port', () => {
    for (const url of [
      'https://example.com',
      'https://example.com.:8443/a?b',
      'https://1.1.1.1/',
      'https://[2606:4700::1]',
    ])
      expect([url, checked(url)]).toEqual([url, 'fine']);
  });

  test('may be http only within the allowed networks', () => {
    expect(checked('http://example.com')).toBe('address-forbidden');
    expect(checked('http://1.1.1.1', LOOPBACK)).toBe('address-forbidden');
    expect(checked('http://10.0.0.1', LOOPBACK)).toBe('address-forbidden');
    expect(checked('http://127.0.0.1:8080', LOOPBACK)).toBe('fine');
    expect(checked('http://localhost:8080', LOOPBACK)).toBe('fine');
    expect(checked('http://localhost:8080', ['::1'])).toBe('fine');
    // A name is judged once it is called.
    expect(checked('http://example.com', LOOPBACK)).toBe('fine');
  });

  test.each([
    'ftp://example.com',
    'file:///etc/passwd',
    'data:text/plain,x',
    'gopher://example.com',
    'example.com',
    '//example.com',
    'https://',
    'https://user@example.com',
    'https://user:password@example.com',
    'https://:password@example.com',
    'https://[fe80::1%25eth0]/',
    'https://a b/',
    `https://example.com/${'a'.repeat(3000)}`,
    '',
  ])('may not be %j', async (url) => {
    expect(checked(url, LOOPBACK)).toBe('bad-url');
    expect((await refusal(outbound().fetch(url))).code).toBe('bad-url');
  });

  test('a refusal says nothing of the URL or of what its name stands for', async () => {
    const lookup = () => Promise.resolve([{ address: '10.9.8.7', family: 4 }]);
    const error = await refusal(outbound({ lookup }).fetch('https://hooks.example/SECRET?token=SECRET'));
    expect(error.code).toBe('address-forbidden');
    expect(JSON.stringify([error.message, error.cause ?? null])).not.toMatch(/SECRET|10\.9|hooks/);
  });
});

describe('a name', () => {
  test('is judged by what it stands for when it is called, not when it is configured', async () => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const answers = ['127.0.0.1', '::ffff:127.0.0.1', '169.254.169.254'];
    const lookup = () => {
      const address = answers.shift()!;
      return Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
    };
    const guarded = createOutbound({ allowed: [], lookup });
    const url = `https://rebinding.example:${port}/`;
    guarded.checkUrl(url);
    for (let call = 0; call < 3; call++)
      expect((await refusal(guarded.fetch(url))).code).toBe('address-forbidden');
    expect(answers).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('is called on an allowed address, and refused once it moves', async () => {
    const { port, asked } = await serve((_request, response) => response.end('hello'));
    const answers = ['127.0.0.1', '127.0.0.2', '1.1.1.1'];
    const lookup = () => Promise.resolve([{ address: answers.shift()!, family: 4 }]);
    const guarded = outbound({ lookup });
    expect((await guarded.fetch(`http://moving.example:${port}/a`)).text).toBe('hello');
    expect((await refusal(guarded.fetch(`http://moving.example:${port}/b`))).code).toBe('address-forbidden');
    // Public, but by plain http.
    expect((await refusal(guarded.fetch(`http://moving.example:${port}/c`))).code).toBe('address-forbidden');
    expect(asked).toEqual(['GET /a']);
  });

  test('with several addresses is only called on those that are permitted', async () => {
    const { port } = await serve((request, response) => response.end(request.socket.localAddress));
    const lookup = () =>
      Promise.resolve(
        ['10.0.0.1', '::1', '127.0.0.1'].map((address) => ({ address, family: address === '::1' ? 6 : 4 })),
      );
    expect((await outbound({ lookup }).fetch(`http://several.example:${port}/`)).text).toBe('127.0.0.1');
  });

  test('that stands for nothing is unreachable', async () => {
    const none = outbound({ lookup: () => Promise.resolve([]) });
    expect((await refusal(none.fetch('https://nothing.example/'))).code).toBe('unreachable');
    const failing = outbound({
      lookup: () =>
        Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND secret'), { code: 'ENOTFOUND' })),
    });
    const error = await refusal(failing.fetch('https://nothing.example/'));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('ENOTFOUND');
    expect(error.message).not.toContain('secret');
  });

  test('that is looked up for ever ends by the time limit', async () => {
    const hanging = outbound({ timeoutMs: 200, lookup: () => new Promise(() => undefined) });
    expect((await refusal(hanging.fetch('https://slow.example/'))).code).toBe('timeout');
  });
});

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
    servers[0]!.close();
    const error = await refusal(outbound().fetch(`http://127.0.0.1:${port}/SECRET`));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('ECONNREFUSED');
    expect(error.message).not.toMatch(/SECRET|127\.0/);
  });
});

describe('a call', () => {
  test('ends when its caller gives it up, with the caller’s reason', async () => {
    const { port } = await serve(() => undefined);
    const reason = new Error('given up');
    const early = new AbortController();
    early.abort(reason);
    const url = `http://127.0.0.1:${port}/`;
    await expect(outbound().fetch(url, { signal: early.signal })).rejects.toBe(reason);
    const later = new AbortController();
    const call = outbound().fetch(url, { signal: later.signal });
    setTimeout(() => later.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
  });

  test('goes past the proxies of the environment', async () => {
    const proxy = await serve((_request, response) => response.end('proxied'));
    const { port } = await serve((_request, response) => response.end('direct'));
    const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'HTTPS_PROXY', 'NODE_USE_ENV_PROXY'];
    try {
      for (const name of names)
        process.env[name] = name.startsWith('NODE') ? '1' : `http://127.0.0.1:${proxy.port}`;
      expect((await outbound().fetch(`http://127.0.0.1:${port}/`)).text).toBe('direct');
    } finally {
      for (const name of names) delete process.env[name];
    }
    expect(proxy.asked).toEqual([]);
  });

  test('can’t smuggle a header', async () => {
    const { port, asked } = await serve((_request, response) => response.end());
    const headers = { 'x-note': 'a\r\nx-other: b' };
    expect((await refusal(outbound().fetch(`http://127.0.0.1:${port}/`, { headers }))).code).toBe('bad-url');
    expect(asked).toEqual([]);
  });

  test('by https takes a certificate for its name from somebody trusted, whatever the environment says', async () => {
    const { key, cert } = selfSigned('service.example');
    const port = await listen(createTlsServer({ key, cert }, (_request, response) => response.end('sealed')));
    const lookup = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const guarded = outbound({ lookup });
    const trusted = getCACertificates();
    try {
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      const error = await refusal(guarded.fetch(`https://service.example:${port}/`));
      expect([error.code, error.message]).toEqual(['unreachable', expect.stringContaining('SELF_SIGNED')]);
      setDefaultCACertificates([...trusted, cert]);
      expect((await guarded.fetch(`https://service.example:${port}/`)).text).toBe('sealed');
      const other = await refusal(guarded.fetch(`https://other.example:${port}/`));
      expect([other.code, other.message]).toEqual(['unreachable', expect.stringContaining('ALTNAME')]);
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      setDefaultCACertificates(trusted);
    }
  });
});
