import { describe, expect, test } from 'vitest';
import { createOutbound } from './create-outbound.ts';
import type { OutboundError } from './outbound-error.ts';
import { LOOPBACK, outbound, refusal } from './outbound-kit.ts';

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
