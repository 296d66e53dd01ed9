import { afterAll, beforeAll, expect } from 'vitest';
import type { Claims, IssuerKey, TestIssuer } from './ci-kit.ts';
import { exchange, GITHUB_CLAIMS, lastAudit, newKey, signJob, startIssuer, trusted } from './ci-kit.ts';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { useServer } from './harness.ts';

export const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];

/** The keys of the issuer, by algorithm. */
export const keys = new Map<string, IssuerKey>();
/** The issuer's key for RS256. */
export let key: IssuerKey;
/** Somebody else's key of the same name. */
export let stranger: IssuerKey;
export let issuer: TestIssuer;
export let untrusted: TestIssuer;
/** What a job says of itself, less what differs in each. */
export let claims: Claims;
let server: () => TestServer;

/** A server that trusts jobs of acme's on their main branch, in environments prod-…-eu. */
export const useAttacks = (): (() => TestServer) => {
  server = useServer({ env: { OUTBOUND_ALLOWED: '127.0.0.0/8' } });
  beforeAll(async () => {
    for (const alg of ALGORITHMS) keys.set(alg, await newKey(alg, alg));
    key = keys.get('RS256')!;
    stranger = await newKey('RS256');
    issuer = await startIssuer([...keys.values()]);
    untrusted = await startIssuer([key]);
    claims = { ...GITHUB_CLAIMS, iss: issuer.url, environment: 'prod-1-eu' };
    await trusted(server(), {
      name: 'main-branch',
      issuer: issuer.url,
      claims: { repository: 'acme/*', ref: 'refs/heads/main', environment: 'prod-*-eu' },
    });
  });
  afterAll(() => Promise.all([issuer.stop(), untrusted.stop()]));
  return server;
};

/** A token that fits, but for what is changed. */
export const job = (over: Claims = {}, options: Parameters<typeof signJob>[2] = {}, by = key) =>
  signJob(by, { ...claims, ...over }, options);

/** Expects the one refusal, and gives the reason that stands in the audit log. */
export const refused = async (token: string): Promise<Record<string, unknown>> => {
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

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token with any header and payload, signed by the key's own algorithm whatever the header says. */
export const raw = async (header: unknown, payload: unknown, by = key): Promise<string> => {
  const text = `${part(header)}.${part(payload)}`;
  const signed = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', by.privateKey, Buffer.from(text));
  return `${text}.${Buffer.from(signed).toString('base64url')}`;
};
/** The header of a good token. */
export const good = { alg: 'RS256', kid: 'RS256', typ: 'JWT' };
export const times = () => {
  const iat = Math.floor(Date.now() / 1000);
  return { iat, exp: iat + 300 };
};
