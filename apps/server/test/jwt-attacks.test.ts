import type { KeyObject } from 'node:crypto';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signWith,
} from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const SECRET = 'the-secret-of-these-tests-0123456789';
const SEED = Buffer.alloc(32, 7);
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey);

const server = useServer({
  env: { TOKEN_SECRET: `main=${SECRET},ed=ed25519:${SEED.toString('base64url')}` },
});

type Json = Record<string, unknown>;
const encode = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const hmac = (input: string, secret: string | Uint8Array = SECRET, hash = 'sha256'): string =>
  createHmac(hash, secret).update(input).digest('base64url');
const ed25519 = (input: string, key: KeyObject = privateKey): string =>
  signWith(null, Buffer.from(input), key).toString('base64url');
const HEADER = { alg: 'HS256', typ: 'JWT', kid: 'main' };
const ED_HEADER = { ...HEADER, alg: 'EdDSA', kid: 'ed' };

let claims: Json;
let sessionClaims: Json;
/** A token that may do what the attacks try: revoke it. */
let victim: { token: string; tokenId: string };

beforeAll(async () => {
  victim = await server().serviceToken({ subject: 'victim' });
  const read = (token: string): Json =>
    JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Json;
  claims = read(victim.token);
  sessionClaims = read(server().admin);
});

/** Signed with the real secret, whatever is in it. */
const signed = (header: unknown, payload: unknown, sign: (input: string) => string = hmac): string => {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${sign(input)}`;
};
const session = (over: Json = {}): Json => ({ ...sessionClaims, ...over });
const without = (name: string): Json =>
  Object.fromEntries(Object.entries(sessionClaims).filter(([key]) => key !== name));
const seconds = (): number => Math.floor(Date.now() / 1000);
const spki = (format: 'pem' | 'der'): string | Buffer => publicKey.export({ type: 'spki', format }) as Buffer;
const jwk = () => publicKey.export({ format: 'jwk' }) as { x: string };

const ATTACKS: Readonly<Record<string, () => string>> = {
  'alg none': () => `${encode({ ...HEADER, alg: 'none' })}.${encode(session())}.`,
  'alg None': () => `${encode({ ...HEADER, alg: 'None' })}.${encode(session())}.`,
  'alg NONE with a signature': () => signed({ ...HEADER, alg: 'NONE' }, session()),
  'alg nOnE without a last part': () => `${encode({ ...HEADER, alg: 'nOnE' })}.${encode(session())}`,
  'an empty alg': () => signed({ ...HEADER, alg: '' }, session()),
  'no alg': () => signed({ typ: 'JWT', kid: 'main' }, session()),
  'alg of two values': () => signed({ ...HEADER, alg: ['HS256', 'none'] }, session()),
  HS384: () => signed({ ...HEADER, alg: 'HS384' }, session(), (input) => hmac(input, SECRET, 'sha384')),
  HS512: () => signed({ ...HEADER, alg: 'HS512' }, session(), (input) => hmac(input, SECRET, 'sha512')),
  'HS256 called EdDSA': () => signed({ ...HEADER, alg: 'EdDSA' }, session()),
  'an RS256 key of the attacker’s own': () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return signed({ ...HEADER, alg: 'RS256' }, session(), (input) =>
      signWith('sha256', Buffer.from(input), rsa).toString('base64url'),
    );
  },
  'an Ed25519 key of the attacker’s own': () => {
    const { privateKey: own } = generateKeyPairSync('ed25519');
    return signed(ED_HEADER, session(), (input) => ed25519(input, own));
  },
  'the public key as PEM for a secret': () =>
    signed({ ...HEADER, kid: 'ed' }, session(), (input) => hmac(input, spki('pem'))),
  'the public key as DER for a secret': () =>
    signed({ ...HEADER, kid: 'ed' }, session(), (input) => hmac(input, spki('der'))),
  'the public key as its bytes for a secret': () =>
    signed({ ...HEADER, kid: 'ed' }, session(), (input) => hmac(input, Buffer.from(jwk().x, 'base64url'))),
  'the public key as its text for a secret': () =>
    signed({ ...HEADER, kid: 'ed' }, session(), (input) => hmac(input, jwk().x)),
  'EdDSA under the kid of the secret': () => signed({ ...ED_HEADER, kid: 'main' }, session(), ed25519),
  'the secret under the kid of EdDSA': () => signed(ED_HEADER, session()),
  'an empty secret': () => signed(HEADER, session(), (input) => hmac(input, '')),
  'a kid that is a path': () =>
    signed({ ...HEADER, kid: '../../../../dev/null' }, session(), (i) => hmac(i, '')),
  'a kid that is SQL': () => signed({ ...HEADER, kid: "main' or '1'='1" }, session()),
  'a kid that is a URL': () => signed({ ...HEADER, kid: 'http://127.0.0.1:1/keys' }, session()),
  'a kid that is a number': () => signed({ ...HEADER, kid: 0 }, session()),
  'a kid that is a list': () => signed({ ...HEADER, kid: ['main'] }, session()),
  'a kid of the prototype': () => signed({ ...HEADER, kid: '__proto__' }, session(), (i) => hmac(i, '')),
  'no kid': () => signed({ alg: 'HS256', typ: 'JWT' }, session()),
  'an unknown kid': () => signed({ ...HEADER, kid: 'other' }, session()),
  'jwk in the header': () => {
    const pair = generateKeyPairSync('ed25519');
    const header = { ...ED_HEADER, jwk: pair.publicKey.export({ format: 'jwk' }) };
    return signed(header, session(), (input) => ed25519(input, pair.privateKey));
  },
  'jku in the header': () => signed({ ...HEADER, jku: 'http://127.0.0.1:1/' }, session()),
  'x5u in the header': () => signed({ ...HEADER, x5u: 'http://127.0.0.1:1/' }, session()),
  'x5c in the header': () => signed({ ...HEADER, x5c: ['AAAA'] }, session()),
  'crit in the header': () => signed({ ...HEADER, crit: ['exp'] }, session()),
  'b64 false': () => signed({ ...HEADER, b64: false, crit: ['b64'] }, session()),
  'zip in the header': () => signed({ ...HEADER, zip: 'DEF' }, session()),
  'another typ': () => signed({ ...HEADER, typ: 'at+jwt' }, session()),
  'no typ': () => signed({ alg: 'HS256', kid: 'main' }, session()),
  'no exp': () => signed(HEADER, without('exp')),
  'exp null': () => signed(HEADER, session({ exp: null })),
  'exp as text': () => signed(HEADER, session({ exp: String(seconds() + 3600) })),
  'exp with a fraction': () => signed(HEADER, session({ exp: seconds() + 3600.5 })),
  'exp 1e400': () => signed(HEADER, JSON.stringify(session()).replace(/"exp":\d+/, '"exp":1e400')),
  'exp beyond the longest life': () => signed(HEADER, session({ exp: seconds() + 20 * 365 * 86_400 })),
  'exp before iat': () => signed(HEADER, session({ exp: seconds() + 10, iat: seconds() + 20 })),
  'exp in milliseconds': () => signed(HEADER, session({ exp: Date.now() + 3_600_000 })),
  'exp a second ago': () => signed(HEADER, session({ iat: seconds() - 60, exp: seconds() - 1 })),
  'no iat': () => signed(HEADER, without('iat')),
  'iat far ahead': () => signed(HEADER, session({ iat: seconds() + 3600, exp: seconds() + 7200 })),
  'another issuer': () => signed(HEADER, session({ iss: 'https://evil.example' })),
  'no issuer': () => signed(HEADER, without('iss')),
  'another audience': () => signed(HEADER, session({ aud: 'other' })),
  'a list of audiences': () => signed(HEADER, session({ aud: ['codemetrics', 'other'] })),
  'no audience': () => signed(HEADER, without('aud')),
  'no jti': () => signed(HEADER, without('jti')),
  'a jti that is unknown': () => signed(HEADER, session({ jti: '01900000-0000-7000-8000-000000000000' })),
  'a jti in capitals': () => signed(HEADER, session({ jti: String(sessionClaims['jti']).toUpperCase() })),
  'a jti that is SQL': () => signed(HEADER, session({ jti: "' or true --" })),
  'a session’s jti as a service token': () => signed(HEADER, session({ use: 'service' })),
  'a service token’s jti as a session': () => signed(HEADER, { ...claims, use: 'session' }),
  'no use': () => signed(HEADER, without('use')),
  'an unknown use': () => signed(HEADER, session({ use: 'admin' })),
  'a claim more': () => signed(HEADER, session({ role: 'admin' })),
  'nbf ahead': () => signed(HEADER, session({ nbf: seconds() + 3600 })),
  'a claim twice': () => signed(HEADER, JSON.stringify(session()).replace('{', '{"use":"session",')),
  'a header field twice': () => signed('{"alg":"HS256","alg":"HS256","typ":"JWT","kid":"main"}', session()),
  'blanks in the payload': () => signed(HEADER, JSON.stringify(session(), null, 1)),
  '__proto__ in the payload': () =>
    signed(HEADER, JSON.stringify(session()).replace('{', '{"__proto__":{},')),
  'a payload that is a list': () => signed(HEADER, [session()]),
  'a payload that is text': () => signed(HEADER, '"session"'),
  'padding after the signature': () => `${signed(HEADER, session())}=`,
  'a last character that means the same': () => {
    const token = signed(HEADER, session());
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1)!);
    return token.slice(0, -1) + alphabet[(last & ~3) | ((last + 1) & 3)]!;
  },
  'the standard alphabet': () => {
    // Signed over and over until its signature has a character that differs between the alphabets.
    for (let n = 0; ; n++) {
      const token = signed(HEADER, session({ sub: `admin${n}` }));
      const standard = token.replaceAll('-', '+').replaceAll('_', '/');
      if (standard !== token) return standard;
    }
  },
  'four parts': () => `${signed(HEADER, session())}.x`,
  'two parts': () => signed(HEADER, session()).split('.').slice(0, 2).join('.'),
  'a cut signature': () => signed(HEADER, session()).slice(0, -1),
  'an empty signature': () => `${signed(HEADER, session()).split('.').slice(0, 2).join('.')}.`,
  'JSON serialisation': () => {
    const [protectedHeader, payload, signature] = signed(HEADER, session()).split('.');
    return encode({ payload, signatures: [{ protected: protectedHeader, signature }] });
  },
  'a token of 5,000 characters': () => signed(HEADER, session({ sub: 'x'.repeat(5000) })),
  'an encrypted token': () =>
    'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
};

describe('a forged token', () => {
  test('would do what is tried, were it good', async () => {
    // The same forger with nothing wrong: so that no attack below fails for want of a right signature or claim.
    for (const token of [
      signed(HEADER, session()),
      signed(ED_HEADER, session(), ed25519),
      signed(HEADER, claims),
    ])
      expect((await server().call('GET', '/api/session', { token })).status).toBe(200);
  });

  test.each(Object.keys(ATTACKS))('401: %s', async (name) => {
    const { call } = server();
    const token = ATTACKS[name]!();
    const revoke = `/api/tokens/${victim.tokenId}`;
    const answers = [
      await call('DELETE', revoke, { token }),
      await call('POST', '/api/tokens/self/rotate', { token, json: {} }),
      await call('DELETE', revoke, {
        headers: { cookie: `codemetrics_session=${token}`, 'sec-fetch-site': 'same-origin' },
      }),
    ];
    for (const answer of answers) {
      const { code } = answer.body as { code: string };
      expectProblem(answer, 401, name === 'exp a second ago' ? 'credential-expired' : 'credential-invalid');
      expect(code).not.toBe('credential-revoked');
    }
    const over = await call('POST', '/trpc/tokens.revoke', { token, json: { tokenId: victim.tokenId } });
    expect(over.status).toBe(401);
    // Nothing came of it.
    expect((await call('GET', '/api/session', { token: victim.token })).status).toBe(200);
  });

  test('left nothing behind: neither a revocation nor a rotation', async () => {
    const { call, admin: token } = server();
    const changes = await call('GET', '/api/audit?limit=500', { token });
    const actions = (changes.body.entries as { action: string; outcome: string }[])
      .filter(({ outcome }) => outcome === 'success')
      .map(({ action }) => action);
    expect(actions.filter((action) => /revoke|rotate/.test(action))).toEqual([]);
    expect((await call('GET', '/api/tokens', { token })).body).toHaveLength(1);
  });
});
