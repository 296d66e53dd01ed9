import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CLAIMS, encode, forge, HEADER, reasonFor, SECRET, signRaw } from './token-fixtures.ts';

const [GOOD_HEADER = '', GOOD_PAYLOAD = ''] = forge(HEADER, CLAIMS).split('.');

describe('algorithm', () => {
  test.each(['none', 'None', 'NONE', 'nOnE', ''])(
    '%s is refused with and without a signature',
    async (alg) => {
      const token = forge({ ...HEADER, alg }, CLAIMS);
      expect(await reasonFor(token)).toBe('invalid');
      expect(await reasonFor(token.replace(/[^.]+$/, ''))).toBe('invalid');
      expect(await reasonFor(token.replace(/\.[^.]+$/, ''))).toBe('invalid');
      expect(await reasonFor(token.replace(/[^.]+$/, 'AAAA'))).toBe('invalid');
    },
  );

  test.each(['HS512', 'HS384', 'hs256', 'RS256', 'ES256', 'PS256', 'dir', 'A256GCM', null, ['HS256'], 256])(
    '%j in the header is refused under a good HS256 signature',
    async (alg) => {
      expect(await reasonFor(forge({ ...HEADER, alg }, CLAIMS))).toBe('invalid');
    },
  );

  test.each(['sha384', 'sha512'])('a %s signature is refused', async (hash) => {
    for (const alg of ['HS256', hash.replace('sha', 'HS')]) {
      const input = `${encode({ ...HEADER, alg })}.${GOOD_PAYLOAD}`;
      expect(await reasonFor(signRaw(input, SECRET, hash))).toBe('invalid');
    }
  });

  test('an RS256 signature is refused', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const alg of ['RS256', 'HS256']) {
      const input = `${encode({ ...HEADER, alg })}.${GOOD_PAYLOAD}`;
      const signature = createSign('sha256').update(input).sign(privateKey, 'base64url');
      expect(await reasonFor(`${input}.${signature}`)).toBe('invalid');
    }
  });

  test('a public key taken for a secret is refused', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    for (const alg of ['RS256', 'HS256']) {
      const input = `${encode({ ...HEADER, alg })}.${GOOD_PAYLOAD}`;
      expect(await reasonFor(signRaw(input, pem.toString()))).toBe('invalid');
    }
  });
});

describe('key', () => {
  test.each(['another-key-of-the-right-length-012345', '', SECRET.toUpperCase()])('key %j', async (key) => {
    expect(await reasonFor(signRaw(`${GOOD_HEADER}.${GOOD_PAYLOAD}`, key))).toBe('invalid');
  });

  test.each([
    '../../dev/null',
    '/dev/null',
    '',
    'Main',
    'main ',
    'main\0',
    'ma',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '0',
    'k'.repeat(2_000),
    0,
    null,
    true,
    ['main'],
    { kid: 'main' },
  ])('kid %j is refused under the real key and the empty key', async (kid) => {
    const input = `${encode({ ...HEADER, kid })}.${GOOD_PAYLOAD}`;
    expect(await reasonFor(signRaw(input))).toBe('invalid');
    expect(await reasonFor(signRaw(input, ''))).toBe('invalid');
  });

  test('no kid is refused', async () => {
    expect(await reasonFor(forge({ alg: 'HS256', typ: 'JWT' }, CLAIMS))).toBe('invalid');
  });
});
