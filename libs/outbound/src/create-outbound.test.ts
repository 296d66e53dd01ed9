import { createServer as createTlsServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createOutbound } from './create-outbound.ts';
import { listen, outbound, refusal, serve } from './outbound-kit.ts';
import { selfSigned } from './self-signed.ts';

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
