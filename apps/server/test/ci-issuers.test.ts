import { gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IssuerKey, TestIssuer } from './ci-kit.ts';
import { CONFIGURATION, exchange, KEYS, lastAudit, newKey, signJob, startIssuer, trusted } from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

let now = new Date('2026-03-01T12:00:00.000Z');
const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
// The one address alone, so that its neighbours are forbidden.
const server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.1/32' }, now: () => now });
const issuers: TestIssuer[] = [];
let key: IssuerKey;
let counter = 0;

beforeAll(async () => {
  key = await newKey('one');
});
afterEach(() => Promise.all(issuers.splice(0).map((issuer) => issuer.stop())));

/** An issuer that is trusted. */
const useIssuer = async (path = ''): Promise<TestIssuer> => {
  const issuer = await startIssuer([key], path);
  issuers.push(issuer);
  await trusted(server(), { name: `issuer-${++counter}`, issuer: issuer.url });
  return issuer;
};
const ask = async (issuer: TestIssuer, by = key) =>
  exchange(
    server(),
    await signJob(by, { iss: issuer.url, sub: 'a job', repository: 'acme/shop-api' }, { now }),
  );

/** Expects 503, and gives the reason that stands in the audit log. */
const failed = async (issuer: TestIssuer): Promise<string> => {
  const answer = await ask(issuer);
  expect(expectProblem(answer, 503, 'unavailable').detail).toBe(
    'The keys of the token’s issuer can’t be had just now. Try again.',
  );
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const entry = await lastAudit(server());
  expect(entry).toMatchObject({
    action: 'tokens.exchange',
    outcome: 'failure',
    details: { issuer: issuer.url },
  });
  return (entry['details'] as { reason: string }).reason;
};
const both = [CONFIGURATION, KEYS];

describe('the keys of an issuer', () => {
  test('are fetched once, whoever asks at the same time, and again after ten minutes', async () => {
    const issuer = await useIssuer();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(issuer)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(issuer.asked).toEqual(both);
    later(599);
    expect((await ask(issuer)).status).toBe(200);
    expect(issuer.asked).toEqual(both);
    later(1);
    expect((await ask(issuer)).status).toBe(200);
    expect(issuer.asked).toEqual([...both, ...both]);
  });

  test('that were taken back end with the ten minutes', async () => {
    const issuer = await useIssuer();
    expect((await ask(issuer)).status).toBe(200);
    issuer.keys = [(await newKey('two')).jwk];
    later(601);
    expectProblem(await ask(issuer), 401, 'ci-token-refused');
  });

  test('that are new are picked up, but a made-up kid makes nobody be asked more than twice a minute', async () => {
    const issuer = await useIssuer();
    const next = await newKey('two');
    expect((await ask(issuer)).status).toBe(200);
    issuer.keys = [key.jwk, next.jwk];
    for (let call = 0; call < 5; call++) expectProblem(await ask(issuer, next), 401, 'ci-token-refused');
    expect(issuer.asked).toEqual(both);
    later(30);
    expect((await ask(issuer, next)).status).toBe(200);
    expect(issuer.asked).toEqual([...both, ...both]);
    const unknown = await newKey('three');
    for (let call = 0; call < 5; call++) expectProblem(await ask(issuer, unknown), 401, 'ci-token-refused');
    expect(issuer.asked).toEqual([...both, ...both]);
    later(30);
    await Promise.all(Array.from({ length: 5 }, () => ask(issuer, unknown)));
    expect(issuer.asked).toEqual([...both, ...both, ...both]);
    expect((await ask(issuer)).status).toBe(200);
  });

  test('are found below the path of the issuer', async () => {
    for (const path of ['/tenant', '/tenant/', '/'])
      expect((await ask(await useIssuer(path))).status).toBe(200);
  });

  test('of two that have one kid, none is taken', async () => {
    const issuer = await useIssuer();
    issuer.keys = [key.jwk, (await newKey('one')).jwk];
    expectProblem(await ask(issuer), 401, 'ci-token-refused');
  });

  test.each([
    ['for encrypting', { use: 'enc' }],
    ['for signing only', { key_ops: ['sign'] }],
    ['for another algorithm', { alg: 'PS256' }],
    ['of another kind', { kty: 'EC' }],
    ['that is shared', { kty: 'oct', k: 'c2VjcmV0' }],
    ['that is short', { n: 'sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl' }],
  ])('a key %s is none', async (_what, over) => {
    const issuer = await useIssuer();
    issuer.keys = [{ ...key.jwk, ...over }];
    expectProblem(await ask(issuer), 401, 'ci-token-refused');
  });
});

describe('an issuer that fails', () => {
  const json =
    (value: unknown): RequestListener =>
    (_request, response) =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

  test('because it is down: 503, and it is left alone for five seconds', async () => {
    const issuer = await useIssuer();
    issuer.instead.set(CONFIGURATION, (_request, response) => response.writeHead(500).end());
    expect(await failed(issuer)).toBe('configuration: it answered 500');
    issuer.instead.clear();
    expect(await failed(issuer)).toBe('configuration: it answered 500');
    expect(issuer.asked).toEqual([CONFIGURATION]);
    later(5);
    expect((await ask(issuer)).status).toBe(200);
    await issuer.stop();
    expect((await ask(issuer)).status).toBe(200);
    later(600);
    expect(await failed(issuer)).toContain('ECONNREFUSED');
  });

  test.each<[string, string, RequestListener, RegExp]>([
    [
      'redirects its configuration',
      CONFIGURATION,
      (_request, response) => response.writeHead(302, { location: KEYS }).end(),
      /answered 302/,
    ],
    [
      'redirects its keys',
      KEYS,
      (_request, response) => response.writeHead(307, { location: CONFIGURATION }).end(),
      /answered 307/,
    ],
    ['answers no JSON', CONFIGURATION, (_request, response) => response.end('<html>'), /not JSON/],
    ['answers a list', CONFIGURATION, json([]), /another issuer/],
    ['answers null', CONFIGURATION, json(null), /no object/],
    ['is another', CONFIGURATION, json({ issuer: 'https://other.example', jwks_uri: 'x' }), /another issuer/],
    ['has keys that are no list', KEYS, json({ keys: {} }), /not a list/],
    ['has keys that are no keys', KEYS, json({ keys: ['x'] }), /not a set of keys/],
    [
      'has thousands of keys',
      KEYS,
      json({ keys: Array.from({ length: 1000 }, () => ({ kty: 'RSA' })) }),
      /at most 100/,
    ],
    ['has huge keys', KEYS, json({ keys: [], padding: 'a'.repeat(300_000) }), /too large/],
    ['has endless keys', KEYS, (_request, response) => response.end('a'.repeat(3_000_000)), /larger than/],
    [
      'packs a bomb',
      KEYS,
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64_000_000))),
      /larger than/,
    ],
  ])('because it %s: 503', async (_what, path, listener, reason) => {
    const issuer = await useIssuer();
    issuer.instead.set(path, listener);
    expect(await failed(issuer)).toMatch(reason);
  });

  test.each([
    'http://127.0.0.2:80/keys',
    'http://10.0.0.1/keys',
    'http://169.254.169.254/latest/meta-data',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/keys',
    'http://[::ffff:127.0.0.2]/keys',
    'http://2130706434/keys',
    'http://1.1.1.1/keys',
    'https://user:password@127.0.0.1/keys',
    'file:///etc/passwd',
    'keys',
    '',
  ])('because its keys are at %j, where nobody may look: 503', async (uri) => {
    const issuer = await useIssuer();
    issuer.instead.set(CONFIGURATION, json({ issuer: issuer.url, jwks_uri: uri }));
    expect(await failed(issuer)).toMatch(
      /keys: (?:The host is not|Plain http may only|The URL must|This is not a URL)/,
    );
    expect(issuer.asked).toEqual([CONFIGURATION]);
  });

  test('because its keys have no address: 503', async () => {
    const issuer = await useIssuer();
    issuer.instead.set(CONFIGURATION, json({ issuer: issuer.url, jwks_uri: ['x'] }));
    expect(await failed(issuer)).toBe('configuration: it has no jwks_uri');
  });

  test('by silence: 503 within ten seconds, and others are served meanwhile', async () => {
    const issuer = await useIssuer();
    const other = await useIssuer();
    issuer.instead.set(CONFIGURATION, () => undefined);
    const start = performance.now();
    const waiting = failed(issuer);
    const quick = await ask(other);
    expect(quick.status).toBe(200);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await waiting).toBe('configuration: no answer within 8 seconds');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
