import { describe, expect, test } from 'vitest';
import { CLAIMS, encode, forge, HEADER, reasonFor, signRaw } from './token-fixtures.ts';

const GOOD = forge(HEADER, CLAIMS);
const GOOD_PAYLOAD = encode(CLAIMS);

test('the forger makes good tokens, so that each attack fails for its own reason', async () => {
  expect(await reasonFor(GOOD)).toBe('accepted');
  expect(await reasonFor(forge({ kid: 'main', typ: 'JWT', alg: 'HS256' }, CLAIMS))).toBe('accepted');
  const { exp, ...rest } = CLAIMS;
  expect(await reasonFor(forge(HEADER, { exp, ...rest }))).toBe('accepted');
});

describe('header', () => {
  const jwk = { kty: 'oct', k: encode('attacker') };
  test.each([
    ['jku', 'https://evil.example/jwks.json'],
    ['x5u', 'https://evil.example/cert.pem'],
    ['x5c', ['AAAA']],
    ['jwk', jwk],
    ['crit', ['exp']],
    ['crit', []],
    ['b64', false],
    ['b64', true],
    ['zip', 'DEF'],
    ['cty', 'JWT'],
    ['enc', 'A256GCM'],
    ['foo', 1],
  ])('%s is refused although correctly signed', async (name, value) => {
    expect(await reasonFor(forge({ ...HEADER, [name]: value }, CLAIMS))).toBe('invalid');
  });

  test('an attacker that brings a key is refused', async () => {
    const input = `${encode({ ...HEADER, jwk })}.${GOOD_PAYLOAD}`;
    expect(await reasonFor(signRaw(input, 'attacker'))).toBe('invalid');
  });

  test.each([
    ['unencoded payload', '{"alg":"HS256","typ":"JWT","kid":"main","b64":false,"crit":["b64"]}'],
    ['a prototype', '{"alg":"HS256","typ":"JWT","kid":"main","__proto__":{"x":1}}'],
    ['kid only in a prototype', '{"alg":"HS256","typ":"JWT","__proto__":{"kid":"main"}}'],
    ['alg twice', '{"alg":"none","typ":"JWT","kid":"main","alg":"HS256"}'],
    ['alg twice, good first', '{"alg":"HS256","typ":"JWT","kid":"main","alg":"none"}'],
    ['kid twice', '{"alg":"HS256","typ":"JWT","kid":"x","kid":"main"}'],
    ['kid twice by an escape', '{"alg":"HS256","typ":"JWT","k\\u0069d":"x","kid":"main"}'],
    ['an escape', '{"alg":"HS256","typ":"JWT","kid":"m\\u0061in"}'],
    ['blanks', '{"alg":"HS256", "typ":"JWT","kid":"main"}'],
    ['a final newline', '{"alg":"HS256","typ":"JWT","kid":"main"}\n'],
    ['a byte order mark', '\uFEFF{"alg":"HS256","typ":"JWT","kid":"main"}'],
    ['another typ', '{"alg":"HS256","typ":"at+jwt","kid":"main"}'],
    ['lower-case typ', '{"alg":"HS256","typ":"jwt","kid":"main"}'],
    ['no typ', '{"alg":"HS256","kid":"main"}'],
    ['an array', '["HS256","JWT","main"]'],
    ['null', 'null'],
    ['a string', '"HS256"'],
    ['no JSON', 'alg=HS256'],
    ['keys that join to the same text', '{"alg,kid":"HS256","typ":"JWT"}'],
  ])('%s is refused although correctly signed', async (_name, header) => {
    expect(await reasonFor(forge(header, CLAIMS))).toBe('invalid');
  });
});
