import { describe, expect, test } from 'vitest';
import type { Claims } from './ci-kit.ts';
import { claims, good, issuer, job, part, raw, refused, times, useAttacks } from './ci-attack-kit.ts';
import { AUDIENCE, exchange, GITHUB_CLAIMS, trusted } from './ci-kit.ts';

const server = useAttacks();

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
    const payload = JSON.stringify({ ...claims, aud: AUDIENCE, ...times() });
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
    const payload = JSON.stringify({ ...claims, aud: AUDIENCE, ...times() });
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
