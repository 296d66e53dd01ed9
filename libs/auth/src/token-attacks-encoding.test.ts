import { describe, expect, test } from 'vitest';
import { CLAIMS, encode, forge, HEADER, reasonFor, signRaw } from './token-fixtures.ts';

const GOOD = forge(HEADER, CLAIMS);
const [GOOD_HEADER = '', GOOD_PAYLOAD = '', GOOD_SIGNATURE = ''] = GOOD.split('.');

describe('encoding', () => {
  /** The same bytes with other unused bits in the last character. */
  function otherLastCharacter(part: string): string | undefined {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const bytes = Buffer.from(part, 'base64url');
    return [...alphabet]
      .map((last) => part.slice(0, -1) + last)
      .find((other) => other !== part && Buffer.from(other, 'base64url').equals(bytes));
  }

  test('a non-canonical last character is refused in the signature', async () => {
    const other = otherLastCharacter(GOOD_SIGNATURE);
    expect(other).toBeDefined();
    expect(await reasonFor(`${GOOD_HEADER}.${GOOD_PAYLOAD}.${other}`)).toBe('invalid');
  });

  test('a non-canonical last character is refused in header and payload under a good signature', async () => {
    // Values are lengthened until base64 leaves unused bits.
    let tried = 0;
    for (const sub of ['a', 'ab', 'abc']) {
      const payload = encode({ ...CLAIMS, sub });
      const other = otherLastCharacter(payload);
      if (!other) continue;
      tried += 1;
      expect(await reasonFor(signRaw(`${GOOD_HEADER}.${payload}`))).toBe('accepted');
      expect(await reasonFor(signRaw(`${GOOD_HEADER}.${other}`))).toBe('invalid');
    }
    expect(tried).toBe(2);
    const other = otherLastCharacter(GOOD_HEADER);
    expect(other).toBeDefined();
    expect(await reasonFor(signRaw(`${other}.${GOOD_PAYLOAD}`))).toBe('invalid');
  });

  test.each(['=', '==', ' ', '\n', '\0', '\t', '%3D'])('%j after any part is refused', async (extra) => {
    const [h, p, s] = [GOOD_HEADER, GOOD_PAYLOAD, GOOD_SIGNATURE];
    expect(await reasonFor(`${h}.${p}.${s}${extra}`)).toBe('invalid');
    expect(await reasonFor(`${h}.${p}${extra}.${s}`)).toBe('invalid');
    expect(await reasonFor(`${extra}${h}.${p}.${s}`)).toBe('invalid');
    expect(await reasonFor(signRaw(`${h}.${p}${extra}`))).toBe('invalid');
    expect(await reasonFor(signRaw(`${h}${extra}.${p}`))).toBe('invalid');
  });

  test('the standard alphabet is refused', async () => {
    let tried = 0;
    for (let sub = 0; tried < 3; sub += 1) {
      const token = forge(HEADER, { ...CLAIMS, sub: `s${sub}` });
      const standard = token.replaceAll('-', '+').replaceAll('_', '/');
      if (standard === token) continue;
      tried += 1;
      expect(await reasonFor(token)).toBe('accepted');
      expect(await reasonFor(standard)).toBe('invalid');
    }
  });

  test('every changed character of a good token is refused', async () => {
    for (let at = 0; at < GOOD.length; at += 1) {
      const changed = GOOD.slice(0, at) + (GOOD[at] === 'A' ? 'B' : 'A') + GOOD.slice(at + 1);
      expect(await reasonFor(changed)).toBe('invalid');
    }
  });

  test.each([
    ['empty', ''],
    ['dots', '..'],
    ['one part', GOOD_HEADER],
    ['two parts', `${GOOD_HEADER}.${GOOD_PAYLOAD}`],
    ['two parts and a dot', `${GOOD_HEADER}.${GOOD_PAYLOAD}.`],
    ['four parts', `${GOOD}.AAAA`],
    ['a final dot', `${GOOD}.`],
    ['a first dot', `.${GOOD}`],
    ['five parts, as of a JWE', `${GOOD}.AAAA.AAAA`],
    ['no header', `.${GOOD_PAYLOAD}.${GOOD_SIGNATURE}`],
    ['no payload', `${GOOD_HEADER}..${GOOD_SIGNATURE}`],
    ['a short signature', `${GOOD_HEADER}.${GOOD_PAYLOAD}.${GOOD_SIGNATURE.slice(0, 22)}`],
    ['a long signature', `${GOOD}AAAA`],
    ['a scheme', `Bearer ${GOOD}`],
    ['9000 characters', 'A'.repeat(9_000)],
    ['9000 dots', '.'.repeat(9_000)],
  ])('%s', async (_name, token) => {
    expect(await reasonFor(token)).toBe('invalid');
  });

  test('a correctly signed token of 9000 characters', async () => {
    const token = forge(HEADER, { ...CLAIMS, sub: 'x'.repeat(6_500) });
    expect(token.length).toBeGreaterThan(8_900);
    expect(await reasonFor(token)).toBe('invalid');
  });

  test.each([undefined, null, 1, {}, [GOOD], Buffer.from(GOOD)])('%j is no text', async (token) => {
    expect(await reasonFor(token as unknown as string)).toBe('invalid');
  });
});
