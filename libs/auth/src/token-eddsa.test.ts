import { describe, expect, test } from 'vitest';
import { jsonWebKeySet } from './json-web-keys.ts';
import { createRingKey, parseKeyRing } from './key-ring.ts';
import { openSecret, sealedWith, sealSecret } from './seal-secret.ts';
import {
  AUDIENCE,
  CLAIMS,
  codecAt,
  encode,
  INPUT,
  ISSUER,
  NOW,
  reasonFor,
  SECRET,
  signRaw,
} from './token-fixtures.ts';
import { createTokenVerifier } from './token-verifier.ts';

const made = createRingKey('EdDSA');
const ring = parseKeyRing(`main=${SECRET},${made.entry}`);
const { kid } = made.key;
const verifierAt = (milliseconds: number, keys = jsonWebKeySet(ring).keys) =>
  createTokenVerifier({ keys, issuer: ISSUER, audience: AUDIENCE, now: () => new Date(milliseconds) });

describe('a ring entry of ed25519', () => {
  test('reads back as the key that it was made for, named by its secret', () => {
    expect(ring[1]).toEqual(made.key);
    expect(made.key).toMatchObject({ alg: 'EdDSA', kid: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect(made.key.secret).toHaveLength(32);
  });

  test.each([
    'ed=ed25519:',
    'ed=ed25519:AAAA',
    `ed=ed25519:${'A'.repeat(44)}`,
    `ed=ed25519:${'A'.repeat(42)}B`,
    `ed=ed25519:${'+'.repeat(43)}`,
  ])('%s is refused', (entry) => {
    expect(() => parseKeyRing(entry)).toThrow('32 bytes in base64url');
  });

  test('seals and opens like any other', () => {
    const own = parseKeyRing(made.entry);
    const sealed = sealSecret(own, 'whsec');
    expect(sealedWith(sealed)).toBe(kid);
    expect(openSecret(ring, sealed)).toBe('whsec');
    expect(sealedWith('plain')).toBeNull();
  });
});

describe('tokens signed with EdDSA', () => {
  test('are signed where their key is named, and verified by secret and public key alike', async () => {
    const { codec } = codecAt(ring);
    const token = await codec.sign(INPUT, kid);
    expect(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      typ: 'JWT',
      kid,
    });
    expect(await codec.verify(token)).toMatchObject({ sub: INPUT.sub, kid });
    expect(await verifierAt(NOW * 1000).verify(token)).toMatchObject({ sub: INPUT.sub, jti: INPUT.jti, kid });
    await expect(verifierAt(INPUT.exp * 1000).verify(token)).rejects.toMatchObject({ reason: 'expired' });
    await expect(verifierAt((NOW - 120) * 1000).verify(token)).rejects.toMatchObject({ reason: 'invalid' });
  });

  test('are not verified by other public keys, for another audience, or with HS256', async () => {
    const { codec } = codecAt(ring);
    const token = await codec.sign(INPUT, kid);
    const other = jsonWebKeySet(parseKeyRing(createRingKey('EdDSA').entry)).keys;
    const renamed = [{ ...other[0]!, kid }];
    for (const keys of [other, renamed, []])
      await expect(verifierAt(NOW * 1000, keys).verify(token)).rejects.toMatchObject({ reason: 'invalid' });
    const elsewhere = createTokenVerifier({
      keys: jsonWebKeySet(ring).keys,
      issuer: ISSUER,
      audience: 'other',
      now: () => new Date(NOW * 1000),
    });
    await expect(elsewhere.verify(token)).rejects.toMatchObject({ reason: 'invalid' });
    // The public key, which everybody has, taken for a secret.
    const { x } = jsonWebKeySet(ring).keys[0]!;
    for (const secret of [x, Buffer.from(x, 'base64url')]) {
      const forged = signRaw(`${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(CLAIMS)}`, secret);
      expect(await reasonFor(forged, codec)).toBe('invalid');
      await expect(verifierAt(NOW * 1000).verify(forged)).rejects.toMatchObject({ reason: 'invalid' });
    }
  });

  test('the set of public keys holds nothing of a secret', () => {
    const text = JSON.stringify(jsonWebKeySet(ring));
    expect(text).not.toContain(made.entry.split(':')[1]);
    expect(text).not.toContain('"d"');
    expect(jsonWebKeySet(ring).keys).toHaveLength(1);
  });
});

describe('a ring that changes', () => {
  test('is taken up for a key that was unknown, and a key that left is not remembered', async () => {
    const old = parseKeyRing(`main=${SECRET}`);
    let current = old;
    let looked = 0;
    const { codec } = codecAt(ring, {
      ring: () => current,
      refresh: () => {
        looked += 1;
        current = ring;
        return Promise.resolve();
      },
    });
    const token = await codecAt(ring).codec.sign(INPUT, kid);
    expect(await reasonFor(token, codec)).toBe('accepted');
    expect(looked).toBe(1);
    expect(await reasonFor(token, codec)).toBe('accepted');
    expect(looked).toBe(1);
    current = old;
    const without = codecAt(ring, { ring: () => old });
    expect(await reasonFor(token, without.codec)).toBe('invalid');
  });

  test('a token that was verified is refused once its key has left', async () => {
    let current = ring;
    const { codec } = codecAt(ring, { ring: () => current });
    const token = await codec.sign(INPUT, kid);
    expect(await reasonFor(token, codec)).toBe('accepted');
    current = parseKeyRing(`main=${SECRET}`);
    expect(await reasonFor(token, codec)).toBe('invalid');
    // The same name with another secret is another key.
    current = parseKeyRing(`main=${SECRET},${kid}=${'x'.repeat(40)}`);
    expect(await reasonFor(token, codec)).toBe('invalid');
  });
});
