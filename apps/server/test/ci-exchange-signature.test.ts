import type { CryptoKey } from 'jose';
import { exportJWK, exportSPKI, importJWK, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  ALGORITHMS,
  claims,
  good,
  issuer,
  job,
  key,
  keys,
  part,
  raw,
  refused,
  stranger,
  times,
  untrusted,
  useAttacks,
} from './ci-attack-kit.ts';
import { AUDIENCE, exchange } from './ci-kit.ts';

const server = useAttacks();

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
    const token = [header, part({ ...claims, aud: AUDIENCE, ...times() }), signature];
    expect((await refused(token.join('.')))['reason']).toBe('signature verification failed');
  });

  test('no signature is none', async () => {
    const payload = { ...claims, aud: AUDIENCE, ...times() };
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
        const token = new SignJWT({ ...claims, aud: AUDIENCE, ...times() });
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
    const payload = { ...claims, aud: AUDIENCE, ...times() };
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
