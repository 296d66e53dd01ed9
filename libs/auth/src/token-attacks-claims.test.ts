import { describe, expect, test } from 'vitest';
import { CLAIMS, encode, forge, HEADER, NOW, reasonFor, signRaw } from './token-fixtures.ts';

const { exp: _exp, ...WITHOUT_EXP } = CLAIMS;
const GOOD_HEADER = encode(HEADER);
const CLAIMS_TEXT = JSON.stringify(CLAIMS);

describe('claims, correctly signed', () => {
  test('no exp', async () => expect(await reasonFor(forge(HEADER, WITHOUT_EXP))).toBe('invalid'));

  const { exp } = CLAIMS;
  test.each([`"${exp}"`, `${exp}.5`, `${exp}.0`, '1e400', '1e10', '-1', '-0', '0', '9007199254740993'])(
    'exp as %s',
    async (value) => {
      const payload = CLAIMS_TEXT.replace(`"exp":${exp}`, `"exp":${value}`);
      expect(payload).not.toBe(CLAIMS_TEXT);
      expect(await reasonFor(forge(HEADER, payload))).toBe('invalid');
    },
  );

  test.each([
    ['exp null', { exp: null }],
    ['exp true', { exp: true }],
    ['exp list', { exp: [exp] }],
    ['exp huge', { exp: Number.MAX_SAFE_INTEGER }],
    ['exp in milliseconds', { exp: exp * 1000 }],
    ['exp 10 years and 1 s after iat', { exp: NOW + 315_360_001 }],
    ['exp before iat', { exp: NOW - 10 }],
    ['exp at iat', { exp: NOW }],
    ['iat 61 s ahead', { iat: NOW + 61 }],
    ['iat as text', { iat: String(NOW) }],
    ['iat with a fraction', { iat: NOW - 0.5 }],
    ['iat negative', { iat: -1 }],
    ['iat missing', { iat: undefined }],
    ['nbf', { nbf: NOW }],
    ['another claim', { role: 'admin' }],
    ['scope', { scope: 'users:manage' }],
    ['iss wrong', { iss: 'https://evil.example' }],
    ['iss with a slash', { iss: `${CLAIMS.iss}/` }],
    ['iss list', { iss: [CLAIMS.iss] }],
    ['iss missing', { iss: undefined }],
    ['aud wrong', { aud: 'other' }],
    ['aud list', { aud: [CLAIMS.aud] }],
    ['aud list of two', { aud: ['other', CLAIMS.aud] }],
    ['aud missing', { aud: undefined }],
    ['sub number', { sub: 1 }],
    ['sub object', { sub: { toString: 'marge' } }],
    ['sub empty', { sub: '' }],
    ['sub too long', { sub: 'x'.repeat(201) }],
    ['sub missing', { sub: undefined }],
    ['jti number', { jti: 1 }],
    ['jti no UUID', { jti: '../../etc/passwd' }],
    ['jti upper case', { jti: CLAIMS.jti.replace('f5e', 'F5E') }],
    ['jti missing', { jti: undefined }],
    ['use unknown', { use: 'admin' }],
    ['use upper case', { use: 'SESSION' }],
    ['use list', { use: ['session'] }],
    ['use missing', { use: undefined }],
  ])('%s', async (_name, change) => {
    expect(await reasonFor(forge(HEADER, { ...CLAIMS, ...change }))).toBe('invalid');
  });

  test.each([
    ['iat 60 s ahead', { iat: NOW + 60 }],
    ['exactly 10 years', { exp: NOW + 315_360_000 }],
    ['a service token', { use: 'service' }],
  ])('%s is still accepted', async (_name, change) => {
    expect(await reasonFor(forge(HEADER, { ...CLAIMS, ...change }))).toBe('accepted');
  });

  test.each([
    ['sub twice', CLAIMS_TEXT.replace('{', '{"sub":"root",')],
    ['exp twice', CLAIMS_TEXT.replace('}', ',"exp":9999999999}')],
    ['the same claim twice', CLAIMS_TEXT.replace('}', `,"exp":${exp}}`)],
    ['sub twice by an escape', CLAIMS_TEXT.replace('{', '{"s\\u0075b":"root",')],
    ['a prototype', CLAIMS_TEXT.replace('}', ',"__proto__":{"use":"service"}}')],
    ['blanks', CLAIMS_TEXT.replace(':', ': ')],
    ['an array', `[${CLAIMS_TEXT}]`],
    ['null', 'null'],
    ['no JSON', 'hello'],
  ])('%s', async (_name, payload) => {
    expect(await reasonFor(forge(HEADER, payload))).toBe('invalid');
  });

  test('bytes that are not UTF-8', async () => {
    const bytes = Buffer.from(CLAIMS_TEXT.replace('marge', 'm?rge'));
    bytes[bytes.indexOf('?')] = 0xff;
    expect(await reasonFor(signRaw(`${GOOD_HEADER}.${bytes.toString('base64url')}`))).toBe('invalid');
  });

  test('expired only tells of tokens that are otherwise right', async () => {
    const past = { ...CLAIMS, iat: NOW - 20, exp: NOW - 10 };
    expect(await reasonFor(forge(HEADER, past))).toBe('expired');
    expect(await reasonFor(forge(HEADER, { ...past, exp: NOW }))).toBe('expired');
    expect(await reasonFor(forge(HEADER, { ...past, aud: 'other' }))).toBe('invalid');
    expect(await reasonFor(signRaw(`${GOOD_HEADER}.${encode(past)}`, 'x'.repeat(40)))).toBe('invalid');
  });
});
