import { describe, expect, test } from 'vitest';
import { parseKeyRing } from './key-ring.ts';
import { createTokenCodec } from './token-codec.ts';
import { TokenError } from './token-error.ts';
import { AUDIENCE, codecAt, INPUT, ISSUER, NOW, reasonFor, RING } from './token-fixtures.ts';

const DAY = 86_400;

describe('createTokenCodec', () => {
  test.each(['session', 'service'] as const)('a %s token comes back with its claims', async (use) => {
    const { codec } = codecAt();
    const token = await codec.sign({ ...INPUT, use });
    expect(await codec.verify(token)).toEqual({
      ...INPUT,
      use,
      iss: ISSUER,
      aud: AUDIENCE,
      iat: NOW,
      kid: 'main',
    });
    const header = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'main' });
  });

  test('the result is frozen, so that a caller cannot alter the cached one', async () => {
    const { codec } = codecAt();
    const verified = await codec.verify(await codec.sign(INPUT));
    expect(() => Object.assign(verified, { sub: 'root' })).toThrow(TypeError);
  });

  test('every key of the ring verifies, and the first signs', async () => {
    const old = codecAt(parseKeyRing(`old=${'o'.repeat(40)}`)).codec;
    const { codec } = codecAt(parseKeyRing(`new=${'n'.repeat(40)},old=${'o'.repeat(40)}`));
    expect((await codec.verify(await old.sign(INPUT))).kid).toBe('old');
    expect((await codec.verify(await codec.sign(INPUT))).kid).toBe('new');
  });

  test('a codec of another ring knows nothing of the cache of the first', async () => {
    const { codec } = codecAt();
    const token = await codec.sign(INPUT);
    await codec.verify(token);
    expect(await reasonFor(token, codecAt(parseKeyRing(`main=${'z'.repeat(40)}`)).codec)).toBe('invalid');
    expect(await reasonFor(token, codecAt(parseKeyRing(`next=${'z'.repeat(40)}`)).codec)).toBe('invalid');
  });

  test('a later change of the array or its bytes does not reach the codec', async () => {
    const secret = RING[0].secret.slice();
    const { codec } = codecAt([{ ...RING[0], secret }]);
    const token = await codec.sign(INPUT);
    secret.fill(0);
    expect(await reasonFor(token, codec)).toBe('accepted');
  });

  test.each([0, 1, 1000])('expires exactly at exp, with a cache of %d', async (cacheSize) => {
    const { codec, clock } = codecAt(RING, { cacheSize });
    const token = await codec.sign(INPUT);
    expect(await reasonFor(token, codec)).toBe('accepted');
    clock.milliseconds = INPUT.exp * 1000 - 1;
    expect(await reasonFor(token, codec)).toBe('accepted');
    clock.milliseconds = INPUT.exp * 1000;
    expect(await reasonFor(token, codec)).toBe('expired');
    clock.milliseconds = NaN;
    expect(await reasonFor(token, codec)).not.toBe('accepted');
  });

  test('the cache checks iat against the clock as well', async () => {
    const { codec, clock } = codecAt();
    const token = await codec.sign(INPUT);
    await codec.verify(token);
    clock.milliseconds -= 61_000;
    expect(await reasonFor(token, codec)).toBe('invalid');
  });

  test('a full cache still verifies what it forgot', async () => {
    const { codec } = codecAt(RING, { cacheSize: 1 });
    const tokens = await Promise.all(['a', 'b', 'c'].map((sub) => codec.sign({ ...INPUT, sub })));
    for (const token of [...tokens, ...tokens]) expect(await reasonFor(token, codec)).toBe('accepted');
  });

  test.each([
    ['another issuer', { issuer: 'https://other.example' }],
    ['another audience', { audience: 'other' }],
  ])('a token of %s is invalid', async (_name, other) => {
    const token = await codecAt(RING, other).codec.sign(INPUT);
    expect(await reasonFor(token)).toBe('invalid');
  });

  test.each([
    ['exp before iat', { exp: NOW - 1 }],
    ['exp at iat', { exp: NOW }],
    ['exp beyond 10 years', { exp: NOW + 3650 * DAY + 1 }],
    ['a fraction', { exp: NOW + 0.5 }],
    ['a jti that is no UUID', { jti: 'x' }],
    ['an empty sub', { sub: '' }],
    ['a sub of 201 characters', { sub: 'x'.repeat(201) }],
  ])('does not sign %s', async (_name, change) => {
    await expect(codecAt().codec.sign({ ...INPUT, ...change })).rejects.toThrow();
  });

  test('the largest claims that it signs fit into the longest token that it verifies', async () => {
    const long = { issuer: '\u{1F989}'.repeat(100), audience: '\u0001'.repeat(200) };
    const { codec } = codecAt(parseKeyRing(`${'k'.repeat(64)}=${'s'.repeat(40)}`), long);
    const token = await codec.sign({ ...INPUT, sub: '漢'.repeat(200), exp: NOW + 3650 * DAY });
    expect(await reasonFor(token, codec)).toBe('accepted');
  });

  test('a refusal tells its reason and nothing else', async () => {
    const { codec } = codecAt();
    const error = await codec.verify('x').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TokenError);
    expect(error).toMatchObject({
      reason: 'invalid',
      code: 'TOKEN_INVALID',
      message: 'The token is not valid.',
    });
    expect((error as Error).cause).toBeUndefined();
    expect(new TokenError('expired')).toMatchObject({ reason: 'expired', code: 'TOKEN_EXPIRED' });
  });

  test('the default cache is used', async () => {
    const codec = createTokenCodec({
      ring: RING,
      issuer: 'i',
      audience: 'a',
      now: () => new Date(NOW * 1000),
    });
    const token = await codec.sign(INPUT);
    expect(await codec.verify(token)).toBe(await codec.verify(token));
  });
});
