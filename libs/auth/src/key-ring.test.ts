import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeyRingText, parseKeyRing } from './key-ring.ts';

const A = 'a-secret-for-tests-0123456789-abcdef';
const B = 'b-secret-for-tests-0123456789-abcdef';
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('parseKeyRing', () => {
  test('a plain secret is one key whose kid is derived from it', () => {
    const ring = parseKeyRing(`  ${A}\n`);
    const kid = createHash('sha256').update(`codemetrics-kid\0${A}`).digest('hex').slice(0, 12);
    expect(ring).toEqual([{ kid, secret: new TextEncoder().encode(A), alg: 'HS256' }]);
  });

  test.each([
    ['lines', `# rotated\n\nnew=${A}\r\n  old=${B}  \n   # end, with a comma\n`],
    ['commas', `new=${A}, old=${B},`],
    ['a byte order mark', `\uFEFFnew=${A}\nold=${B}`],
  ])('reads named keys in order: %s', (_name, source) => {
    const ring = parseKeyRing(source);
    expect(ring.map((key) => [key.kid, text(key.secret)])).toEqual([
      ['new', A],
      ['old', B],
    ]);
  });

  test('a key keeps its derived kid when a new one is put in front', () => {
    const [before] = parseKeyRing(A);
    expect(parseKeyRing(`${B},${A}`)[1]).toEqual(before);
    expect(parseKeyRing(`next=${B}\n${A}`)[1]).toEqual(before);
  });

  test('base64 padding belongs to the secret, with and without a kid', () => {
    expect(text(parseKeyRing(`${A}==`)[0].secret)).toBe(`${A}==`);
    const [named] = parseKeyRing(`k1=${A}==`);
    expect([named.kid, text(named.secret)]).toEqual(['k1', `${A}==`]);
  });

  test('the first "=" ends the kid and later ones belong to the secret', () => {
    const [key] = parseKeyRing(`k1=x=${A}`);
    expect([key.kid, text(key.secret)]).toEqual(['k1', `x=${A}`]);
  });

  test('length counts bytes of UTF-8', () => {
    expect(parseKeyRing('ü'.repeat(16))[0].secret).toHaveLength(32);
    expect(() => parseKeyRing('ü'.repeat(15))).toThrow('30 bytes');
  });

  test.each(['__proto__', 'constructor', 'k'.repeat(64)])('kid %s is an ordinary name', (kid) => {
    expect(parseKeyRing(`${kid}=${A}`)[0].kid).toBe(kid);
  });

  test.each([
    ['empty', '', 'no key'],
    ['only comments', `# ${A}\n , \n`, 'no key'],
    ['31 bytes', 'x'.repeat(31), '31 bytes'],
    ['a short second key', `${A},hunter2-hunter2`, 'entry 2'],
    ['a kid without a secret', 'hunter2=', 'at least 32'],
    ['a kid with a path', `../hunter2=${A}`, 'NAME=SECRET'],
    ['a kid of 65 characters', `${'k'.repeat(65)}=${A}`, 'NAME=SECRET'],
    ['an empty kid', `=${A}`, 'NAME=SECRET'],
    ['the same kid twice', `hunter2=${A}\nhunter2=${B}`, 'as entry 1'],
    ['the same secret twice', `${A}\n${A}`, 'as entry 1'],
  ])('refuses %s without showing any of it', (_name, source, message) => {
    let error: unknown;
    try {
      parseKeyRing(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toContain(message);
    for (const part of [A, B, 'hunter2', 'x'.repeat(31)]) expect(String(error)).not.toContain(part);
  });
});

test('createKeyRingText makes a different ring of one strong key each time', () => {
  const made = createKeyRingText();
  expect(made).toMatch(/^[A-Za-z0-9_-]{64}$/);
  expect(parseKeyRing(made)).toHaveLength(1);
  expect(createKeyRingText()).not.toBe(made);
});
