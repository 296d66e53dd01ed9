import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CryptoKey, JWK } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Answer, CallOptions, TestServer } from './harness.ts';

export const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
export const AUDIENCE = 'https://codemetrics.test';

/** What a job of GitHub Actions says of itself. */
export const GITHUB_CLAIMS = {
  sub: 'repo:acme/shop-api:ref:refs/heads/main',
  repository: 'acme/shop-api',
  repository_owner: 'acme',
  repository_id: '74',
  repository_owner_id: '65',
  repository_visibility: 'private',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  sha: '4c6f1d2a9be2b5a1a2fd09a4d8bd0ad7f6cc3c4d',
  event_name: 'push',
  actor: 'octocat',
  workflow: 'CI',
  job_workflow_ref: 'acme/shop-api/.github/workflows/ci.yml@refs/heads/main',
  runner_environment: 'github-hosted',
  run_id: '1234567890',
  run_number: '10',
  run_attempt: '2',
};

/** What a job of GitLab CI says of itself. */
export const GITLAB_CLAIMS = {
  sub: 'project_path:acme/shop/api:ref_type:branch:ref:main',
  namespace_id: '72',
  namespace_path: 'acme/shop',
  project_id: '20',
  project_path: 'acme/shop/api',
  user_login: 'sample-user',
  user_email: 'sample-user@example.com',
  pipeline_id: '574',
  pipeline_source: 'push',
  job_id: '302',
  ref: 'main',
  ref_type: 'branch',
  ref_path: 'refs/heads/main',
  ref_protected: 'true',
  environment: 'production',
};

export type Claims = Readonly<Record<string, unknown>>;

/** A key of an issuer; what is published of it is `jwk`. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export const newKey = async (kid: string, alg = 'RS256'): Promise<IssuerKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
};

/** A CI system's issuer, on a real port. */
export interface TestIssuer {
  readonly url: string;
  /** The paths that it was asked for. */
  readonly asked: string[];
  /** What it publishes. */
  keys: JWK[];
  /** Answers in place of the real thing, by path. */
  readonly instead: Map<string, RequestListener>;
  stop(): Promise<void>;
}

export const CONFIGURATION = '/.well-known/openid-configuration';
export const KEYS = '/keys';

export const startIssuer = async (keys: readonly IssuerKey[], path = ''): Promise<TestIssuer> => {
  const asked: string[] = [];
  const instead = new Map<string, RequestListener>();
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const other = instead.get(url);
    if (other) return other(request, response);
    const body: Record<string, unknown> = {
      [`${path.replace(/\/$/, '')}${CONFIGURATION}`]: { issuer: issuer.url, jwks_uri: `${origin}${KEYS}` },
      [KEYS]: { keys: issuer.keys },
    };
    if (body[url] === undefined) return response.writeHead(404).end();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body[url]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: TestIssuer = {
    url: `${origin}${path}`,
    asked,
    keys: keys.map(({ jwk }) => jwk),
    instead,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
};

/** Signs the token of a job. A claim or header of undefined is left out. */
export const signJob = (
  key: IssuerKey,
  claims: Claims,
  options: { now?: Date; header?: Record<string, unknown> } = {},
): Promise<string> => {
  const iat = Math.floor((options.now ?? new Date()).getTime() / 1000);
  const whole = { aud: AUDIENCE, iat, nbf: iat - 5, exp: iat + 300, jti: 'a job', ...claims };
  return new SignJWT(Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)))
    .setProtectedHeader(
      JSON.parse(JSON.stringify({ alg: key.alg, kid: key.kid, typ: 'JWT', ...options.header })),
    )
    .sign(key.privateKey);
};

/** What the exchange takes for a token. */
export const exchangeOf = (token: string, over: Record<string, unknown> = {}) => ({
  grant_type: GRANT_TYPE,
  subject_token: token,
  subject_token_type: JWT_TYPE,
  ...over,
});

export const exchange = (
  server: TestServer,
  token: string,
  over: Record<string, unknown> = {},
  options: CallOptions = {},
): Promise<Answer> =>
  server.call('POST', '/api/tokens/exchange', { json: exchangeOf(token, over), ...options });

/** Trusts an issuer, as the administrator unless told otherwise. */
export const trust = (
  server: TestServer,
  over: Record<string, unknown>,
  token = server.admin,
): Promise<Answer> =>
  server.call('POST', '/api/ci-identities', {
    token,
    json: { audience: AUDIENCE, claims: { repository: 'acme/shop-api' }, scopes: ['data:read'], ...over },
  });

/** Trusts, and expects that to go well; gives the id. */
export const trusted = async (server: TestServer, over: Record<string, unknown>): Promise<string> => {
  const answer = await trust(server, over);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.identityId as string;
};

/** The newest entry of the audit log. */
export const lastAudit = async (server: TestServer): Promise<Record<string, unknown>> =>
  (await server.call('GET', '/api/audit?limit=1', { token: server.admin })).body.entries[0];
