import type { CryptoKey } from 'jose';
import { exportJWK, exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callTrpc, trpcProblem } from './call-operation.ts';
import type { Claims, IssuerKey, TestIssuer } from './ci-kit.ts';
import {
  AUDIENCE,
  exchange,
  exchangeOf,
  GITHUB_CLAIMS,
  lastAudit,
  newKey,
  signJob,
  startIssuer,
  trusted,
} from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { startTestServer, useServer } from './harness.ts';

const server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8' } });
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const keys = new Map<string, IssuerKey>();
let key: IssuerKey;
let stranger: IssuerKey;
let issuer: TestIssuer;
let untrusted: TestIssuer;
let claims: Claims;

beforeAll(async () => {
  for (const alg of ALGORITHMS) keys.set(alg, await newKey(alg, alg));
  key = keys.get('RS256')!;
  stranger = await newKey('RS256');
  issuer = await startIssuer([...keys.values()]);
  untrusted = await startIssuer([key]);
  claims = { ...GITHUB_CLAIMS, iss: issuer.url };
  await trusted(server(), {
    name: 'main-branch',
    issuer: issuer.url,
    claims: { repository: 'acme/*', ref: 'refs/heads/main', environment: 'prod-*-eu' },
  });
});
afterAll(() => Promise.all([issuer.stop(), untrusted.stop()]));

const job = (over: Claims = {}, options: Parameters<typeof signJob>[2] = {}, by = key) =>
  signJob(by, { ...claims, environment: 'prod-1-eu', ...over }, options);

/** Expects the one refusal, and gives the reason that stands in the audit log. */
const refused = async (token: string): Promise<Record<string, unknown>> => {
  const problem = expectProblem(await exchange(server(), token), 401, 'ci-token-refused');
  expect({ ...problem, instance: '' }).toEqual({
    type: '/problems#ci-token-refused',
    title: 'CI token refused',
    status: 401,
    detail: 'The token of the CI job was not accepted; the audit log tells an administrator why.',
    instance: '',
    code: 'ci-token-refused',
  });
  const entry = await lastAudit(server());
  expect(entry).toMatchObject({ action: 'tokens.exchange', outcome: 'denied', requestId: problem.instance });
  return entry['details'] as Record<string, unknown>;
};

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token with any header and payload, signed by the key's own algorithm whatever the header says. */
const raw = async (header: unknown, payload: unknown, by = key): Promise<string> => {
  const text = `${part(header)}.${part(payload)}`;
  const signed = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', by.privateKey, Buffer.from(text));
  return `${text}.${Buffer.from(signed).toString('base64url')}`;
};
const good = { alg: 'RS256', kid: 'RS256', typ: 'JWT' };
const times = () => {
  const iat = Math.floor(Date.now() / 1000);
  return { iat, exp: iat + 300 };
};

test.each(ALGORITHMS)('a token signed by %s is accepted', async (alg) => {
  const answer = await exchange(server(), await job({}, {}, keys.get(alg)));
  expect(answer.status, answer.text).toBe(200);
});

describe('who signed it', () => {
  test('an issuer that nobody trusts is refused without being called', async () => {
    expect(await refused(await job({ iss: untrusted.url }))).toEqual({ reason: 'nobody trusts its issuer' });
    expect(untrusted.asked).toEqual([]);
  });

  test.each([
    ['with a slash', () => `${issuer.url}/`],
    ['in capitals', () => issuer.url.replace('http', 'HTTP')],
    ['by another name of the host', () => issuer.url.replace('127.0.0.1', 'localhost')],
    ['with a NUL', () => `${issuer.url}\u0000`],
    ['empty', () => ''],
    ['missing', () => undefined],
    ['a list', () => [issuer.url]],
    ['endless', () => `https://${'a'.repeat(5000)}`],
  ])('an issuer %s is another', async (_how, iss) => {
    expect(await refused(await job({ iss: iss() }))).not.toHaveProperty('subject');
  });

  test('a key that the issuer doesn’t publish is none, whatever its kid', async () => {
    expect((await refused(await job({}, {}, stranger)))['reason']).toBe('signature verification failed');
    expect((await refused(await job({}, { header: { kid: 'nobody' } })))['reason']).toMatch(
      /no applicable key/,
    );
    for (const kid of [undefined, '', 5, ['RS256']])
      expect(await refused(await job({}, { header: { kid } }))).toEqual({ reason: 'no kid' });
  });

  test.each([
    '../keys',
    '/etc/passwd',
    "' or 1=1 --",
    'RS256\u0000',
    '__proto__',
    'constructor',
    'a'.repeat(10_000),
  ])('kid %j names no key', async (kid) => void (await refused(await job({}, { header: { kid } }))));

  test('a changed claim breaks the signature', async () => {
    const [header, , signature] = (await job({ repository: 'evil/x' })).split('.');
    const token = [
      header,
      part({ ...claims, environment: 'prod-1-eu', aud: AUDIENCE, ...times() }),
      signature,
    ];
    expect((await refused(token.join('.')))['reason']).toBe('signature verification failed');
  });

  test('no signature is none', async () => {
    const payload = { ...claims, aud: AUDIENCE, environment: 'prod-1-eu', ...times() };
    for (const alg of ['none', 'None', 'NONE', ''])
      for (const signature of ['', 'AAAA'])
        await refused(`${part({ ...good, alg })}.${part(payload)}.${signature}`);
    await refused(`${part(good)}.${part(payload)}.`);
    await refused(`${part(good)}.${part(payload)}`);
  });

  test('the public key is no shared secret', async () => {
    const published = await importJWK(key.jwk, 'RS256', { extractable: true });
    const secrets = [await exportSPKI(published as never), JSON.stringify(key.jwk), key.jwk.n!];
    for (const alg of ['HS256', 'HS384', 'HS512'])
      for (const secret of secrets) {
        const token = new SignJWT({ ...claims, aud: AUDIENCE, environment: 'prod-1-eu', ...times() });
        const signed = await token
          .setProtectedHeader({ ...good, alg })
          .sign(new TextEncoder().encode(secret.padEnd(64, '=')));
        expect(await refused(signed)).toEqual({ reason: 'its algorithm is not accepted' });
      }
  });

  test('a key is only used for its own algorithm', async () => {
    // Signed rightly by the issuer's own key, but not as the issuer says that it is used.
    const privateKey = (await importJWK(await exportJWK(key.privateKey), 'RS512')) as CryptoKey;
    const asOther = { ...key, alg: 'RS512', privateKey };
    for (const [by, kid] of [
      [asOther, 'RS256'],
      [keys.get('ES256')!, 'RS256'],
      [keys.get('PS256')!, 'RS256'],
      [key, 'PS256'],
    ] as const)
      expect((await refused(await job({}, { header: { kid } }, by)))['reason']).toMatch(/no applicable key/);
    for (const alg of ['ES512', 'ES256K', 'RSA1_5', 'dir', 'EdDSA ', 5])
      await refused(await raw({ ...good, alg }, { ...claims, aud: AUDIENCE, ...times() }));
  });

  test.each([
    ['jwk', () => stranger.jwk],
    ['jku', () => `${untrusted.url}/keys`],
    ['x5u', () => `${untrusted.url}/cert`],
    ['x5c', () => ['MIIB']],
    ['crit', () => ['exp']],
    ['crit', () => ['b64']],
    ['b64', () => false],
    ['zip', () => 'DEF'],
  ])('a header with %s is refused, and nothing is fetched for it', async (name, value) => {
    const header = { ...good, [name]: value() };
    const payload = { ...claims, aud: AUDIENCE, environment: 'prod-1-eu', ...times() };
    for (const by of [key, stranger])
      expect(await refused(await raw(header, payload, by))).toEqual({ reason: `its header has ${name}` });
    expect(untrusted.asked).toEqual([]);
  });

  test('a token of another kind is refused', async () => {
    for (const typ of ['at+jwt', 'logout+jwt', 'secevent+jwt', 5])
      await refused(await job({}, { header: { typ } }));
    for (const typ of ['jwt', undefined])
      expect((await exchange(server(), await job({}, { header: { typ } }))).status).toBe(200);
  });

  test('a token of this server is none of a CI system', async () => {
    await refused((await server().serviceToken()).token);
    await refused(server().admin);
  });
});

describe('when', () => {
  const at = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  test.each([
    ['expired', () => ({ iat: at(-400), exp: at(-40) })],
    ['without an end', () => ({ exp: undefined })],
    ['without a beginning', () => ({ iat: undefined })],
    ['of the future', () => ({ iat: at(60), exp: at(360) })],
    ['not valid yet', () => ({ nbf: at(60) })],
    ['that lives for days', () => ({ iat: at(-10), exp: at(3601) })],
    ['that lives for hours and is old', () => ({ iat: at(-7000), exp: at(300) })],
    ['that ends before it begins', () => ({ iat: at(20), exp: at(10) })],
    ['with an end that is text', () => ({ exp: String(at(300)) })],
    ['with a beginning that is text', () => ({ iat: String(at(0)) })],
    ['with an nbf that is text', () => ({ nbf: 'soon' })],
    ['with an end that is a list', () => ({ exp: [at(300)] })],
  ])('a token %s is refused', async (_how, over) => {
    expect(await refused(await job(over()))).not.toHaveProperty('subject');
  });

  test('an end beyond all numbers is refused', async () => {
    const payload = JSON.stringify({ ...claims, aud: AUDIENCE, environment: 'prod-1-eu', ...times() });
    for (const exp of ['1e400', '-1e400', '1e30'])
      await refused(await raw(good, payload.replace(/"exp":\d+/, `"exp":${exp}`)));
    for (const iat of ['-1e400', '1e400', '-1'])
      await refused(await raw(good, payload.replace(/"iat":\d+/, `"iat":${iat}`)));
  });

  test('clocks may differ by 30 seconds', async () => {
    for (const over of [
      { iat: at(-300), exp: at(-20) },
      { iat: at(20), nbf: at(20), exp: at(320) },
    ])
      expect((await exchange(server(), await job(over))).status).toBe(200);
  });
});

describe('for whom', () => {
  test.each([
    ['another server', 'https://other.test'],
    ['no one', undefined],
    ['this server and another', [AUDIENCE, 'https://other.test']],
    ['nobody of a list', []],
    ['this server twice', [AUDIENCE, AUDIENCE]],
    ['this server in capitals', AUDIENCE.toUpperCase()],
    ['something below this server', `${AUDIENCE}/x`],
    ['a number', 5],
  ])('a token for %s is refused', async (_whom, aud) => void (await refused(await job({ aud }))));
});

describe('of what', () => {
  test.each([
    { repository: 'acme-evil/x' },
    { repository: 'acme' },
    { repository: 'acmeevil/shop-api' },
    { repository: 'evil/acme/shop-api' },
    { repository: 'ACME/shop-api' },
    { repository: ' acme/shop-api' },
    { repository: undefined },
    { repository: ['acme/shop-api'] },
    { repository: { toString: 'acme/shop-api' } },
    { repository: null },
    { ref: 'refs/heads/main2' },
    { ref: 'refs/heads/mai' },
    { ref: 'refs/heads/*' },
    { ref: 'x/refs/heads/main' },
    { ref: 'refs/heads/main\n' },
    { ref: 'refs/pull/1/merge' },
    { ref: true },
    { environment: 'prod--us' },
    { environment: 'prod-eu' },
    { environment: 'staging-1-eu' },
    { environment: 'prod-1-eu-x' },
    { environment: undefined },
  ])('a job with %j is refused, and the audit log names the claim', async (over) => {
    expect(await refused(await job(over))).toEqual({
      issuer: issuer.url,
      subject: GITHUB_CLAIMS.sub,
      reason: 'it fits no CI identity',
      differs: { 'main-branch': Object.keys(over) },
    });
  });

  test.each(['prod--eu', 'prod-1-eu-2-eu', 'prod-a/b-eu'])(
    'environment %s fits prod-*-eu',
    async (environment) => {
      expect((await exchange(server(), await job({ environment }))).status).toBe(200);
    },
  );

  test.each([{ sub: undefined }, { sub: '' }, { sub: 5 }, { sub: ['x'] }])(
    'a job without a subject (%j) is refused',
    async (over) => {
      await refused(await job(over));
    },
  );

  test('a claim twice is refused, however it is written', async () => {
    const payload = JSON.stringify({ ...claims, aud: AUDIENCE, environment: 'prod-1-eu', ...times() });
    expect((await exchange(server(), await raw(good, payload))).status).toBe(200);
    for (const twice of [
      payload.replace('{', '{"repository":"evil/x",'),
      payload.replace(/}$/, ',"repository":"acme/shop-api"}'),
      payload.replace('{', '{"repositor\\u0079":"evil/x",'),
      payload.replace('{', '{"nested":{"a":1,"a":2},'),
      payload.replace('{', '{"iss":"https://evil.example",'),
    ])
      expect(await refused(await raw(good, twice))).toEqual({ reason: 'the payload has a name twice' });
    const header = JSON.stringify(good);
    expect(await refused(await raw(header.replace('{', '{"alg":"none",'), payload))).toEqual({
      reason: 'the header has a name twice',
    });
    // What only looks like a name within a text is none.
    const text = payload.replace('{', '{"note":"\\"iss\\":1,\\\\","more":["a","b:c"],');
    expect((await exchange(server(), await raw(good, text))).status).toBe(200);
  });

  test('what is no token at all is refused alike', async () => {
    const token = await job();
    const [header, payload, signature] = token.split('.');
    for (const odd of [
      'x',
      '...',
      'a.b.c',
      `${token}.x`,
      `${header}..${signature}`,
      `${header}.${payload}=.${signature}`,
      ` ${token}`,
      `${token}\n`,
      `${header!.slice(0, -1)}*.${payload}.${signature}`,
      `${part('[]')}.${payload}.${signature}`,
      `${part('null')}.${payload}.${signature}`,
      `${header}.${part('"x"')}.${signature}`,
      `${header}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.${signature}`,
      `${header}.${part(`${'['.repeat(5000)}${']'.repeat(5000)}`)}.${signature}`,
      'é'.repeat(100),
      '\u0000.\u0000.\u0000',
      `${header}.${payload}.${'A'.repeat(20_000)}`,
    ])
      await refused(odd);
    const deep = JSON.stringify({ ...claims, ...times(), deep: 0 });
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
      await refused(
        await raw(good, deep.replace('"deep":0', `"deep":${open.repeat(1800)}0${close.repeat(1800)}`)),
      );
    expect(await refused(await job({ padding: 'a'.repeat(17_000) }))).toEqual({
      reason: 'longer than 16384 characters',
    });
  });
});

describe('several trusts', () => {
  test('that a token fits are refused as ambiguous; an audience of its own tells them apart', async () => {
    const two = (over: Claims = {}) => job({ repository: 'acme/two', aud: 'several', ...over });
    const narrow = {
      name: 'narrow',
      issuer: issuer.url,
      audience: 'several',
      claims: { repository: 'acme/two' },
    };
    await trusted(server(), narrow);
    expect((await exchange(server(), await two())).status).toBe(200);
    await trusted(server(), { ...narrow, name: 'wide', claims: { repository: 'acme/*', actor: 'octocat' } });
    expect(await refused(await two())).toMatchObject({
      reason: 'it fits several CI identities',
      fits: ['narrow', 'wide'],
    });
    expect((await exchange(server(), await two({ actor: 'somebody' }))).status).toBe(200);
    await trusted(server(), { ...narrow, name: 'own-audience', audience: 'narrow', scopes: ['data:write'] });
    expect((await exchange(server(), await two({ aud: 'narrow' }))).body.scope).toBe('data:write');
  });
});

test('over tRPC and as a form the refusals are the same', async () => {
  const tokens = [await job({ repository: 'evil/x' }), await job({}, {}, stranger), 'x'];
  for (const token of tokens) {
    expect(trpcProblem(await callTrpc(server(), 'tokens.exchange', exchangeOf(token)))?.code).toBe(
      'ci-token-refused',
    );
    const form = await server().call('POST', '/api/tokens/exchange', {
      body: new URLSearchParams(exchangeOf(token)).toString(),
      type: 'application/x-www-form-urlencoded',
    });
    expectProblem(form, 401, 'ci-token-refused');
  }
});

test('no token and no key stands in a log, an answer or the audit log', async () => {
  const tokens = [await job(), await job({ repository: 'evil/x' }), await job({}, {}, stranger)];
  const given = await exchange(server(), tokens[0]!);
  for (const token of tokens) await exchange(server(), token);
  const audit = await server().call('GET', '/api/audit?limit=500', { token: server().admin });
  for (const secret of [...tokens, given.body.access_token as string]) {
    const signature = secret.split('.')[2]!;
    expect(server().logs.join('')).not.toContain(signature);
    expect(audit.text).not.toContain(signature);
  }
});

test('guessing ends in 429', async () => {
  const limited = await startTestServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8', RATE_LIMIT: '40/1m' } });
  const statuses: number[] = [];
  for (let call = 0; call < 40; call++) statuses.push((await exchange(limited, 'x.y.z')).status);
  // A wrong token counts twice.
  expect(statuses.filter((status) => status === 401).length).toBeLessThan(25);
  expect(statuses.at(-1)).toBe(429);
  await limited.stop();
});
