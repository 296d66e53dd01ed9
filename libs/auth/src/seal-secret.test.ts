import { describe, expect, test } from 'vitest';
import { parseKeyRing } from './key-ring.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

const OLD = `old=${'o'.repeat(40)}`;
const NEW = `new=${'n'.repeat(40)}`;

describe('sealed secrets', () => {
  const ring = parseKeyRing(OLD);

  test.each(['', 'whsec_123', 'grüße 🌍 \0'])('%j comes back', (plaintext) => {
    expect(openSecret(ring, sealSecret(ring, plaintext))).toBe(plaintext);
  });

  test('names version and kid, and never repeats itself', () => {
    const sealed = sealSecret(ring, 'x');
    expect(sealed).toMatch(/^v1\.old\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
    expect(sealSecret(ring, 'x')).not.toBe(sealed);
  });

  test('an older key of the ring still opens, and the new one seals', () => {
    const rotated = parseKeyRing(`${NEW},${OLD}`);
    expect(openSecret(rotated, sealSecret(ring, 'kept'))).toBe('kept');
    expect(sealSecret(rotated, 'x')).toMatch(/^v1\.new\./);
  });

  test('a key that left the ring is told apart from damage', () => {
    const sealed = sealSecret(ring, 'gone');
    expect(() => openSecret(parseKeyRing(NEW), sealed)).toThrow('no longer in the key ring');
  });

  test('the same kid with another secret opens nothing', () => {
    const sealed = sealSecret(ring, 'x');
    expect(() => openSecret(parseKeyRing(`old=${'z'.repeat(40)}`), sealed)).toThrow('damaged');
  });

  test('a kid cannot be swapped for another, even one with the same secret', () => {
    const twins = parseKeyRing(`one=${'s'.repeat(40)},two=${'s'.repeat(40)}`);
    const sealed = sealSecret(twins, 'x');
    expect(() => openSecret(twins, sealed.replace('.one.', '.two.'))).toThrow('damaged');
  });

  test('every changed character is noticed', () => {
    const sealed = sealSecret(ring, 'watch me');
    for (let at = 0; at < sealed.length; at += 1) {
      const swapped = sealed[at] === 'A' ? 'B' : 'A';
      expect(() => openSecret(ring, sealed.slice(0, at) + swapped + sealed.slice(at + 1))).toThrow();
    }
  });

  test.each([
    '',
    'v1',
    'v1.old',
    'v1.old.AAAAAAAAAAAAAAAA.',
    'v1.old.AAAA.AAAAAAAAAAAAAAAAAAAAAAAA',
    'v1.old.AAAAAAAAAAAAAAAA.AAAA',
    'v2.old.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA',
    'v1.old.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA.AAAA',
  ])('refuses %j', (sealed) => {
    expect(() => openSecret(ring, sealed)).toThrow('damaged');
  });

  test('refuses the same bytes in another spelling', () => {
    expect(() => openSecret(ring, `${sealSecret(ring, 'x')}=`)).toThrow('damaged');
  });
});
