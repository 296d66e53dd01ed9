import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CryptoKey, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a code was asked for. */
export interface Asked {
  readonly nonce: string;
  readonly claims: JWTPayload;
}

/** How the token endpoint answers. */
export type TokenAnswer = (
  asked: Asked,
) => Promise<{ readonly status?: number; readonly body: unknown } | undefined>;

/** An issuer that does what no good provider does; `undefined` from the answer leaves the caller waiting. */
export interface OddIssuer {
  readonly issuer: string;
  answer: TokenAnswer;
  /** What the user info endpoint tells; undefined: an error. */
  userInfo: unknown;
  /** Changes what it says of itself. */
  metadata: Record<string, unknown>;
  /** How often its own description was asked for. */
  described(): number;
  sign(claims: JWTPayload, options?: { key?: CryptoKey; header?: Record<string, unknown> }): Promise<string>;
  /** An ID token in an answer of the token endpoint. */
  withToken(idToken: string | undefined): { body: unknown };
  close(): Promise<void>;
}

const KID = 'the-key';

export const anotherKey = async (): Promise<CryptoKey> => (await generateKeyPair('RS256')).privateKey;

export const startOddIssuer = async (audience: string): Promise<OddIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Asked>();
  const waiting = new Set<ServerResponse>();
  let described = 0;

  const json = (response: ServerResponse, body: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return new URLSearchParams(text);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const authorize = (url: URL, response: ServerResponse): void => {
    const code = `code-${codes.size}`;
    const iat = Math.floor(Date.now() / 1000);
    const nonce = url.searchParams.get('nonce')!;
    const claims = { iss: issuer, aud: audience, sub: 'odd-one', iat, exp: iat + 60, nonce };
    codes.set(code, {
      nonce,
      claims: { ...claims, preferred_username: 'odd', name: 'Odd', groups: ['admins'] },
    });
    const back = new URL(url.searchParams.get('redirect_uri')!);
    back.search = new URLSearchParams({ code, state: url.searchParams.get('state')! }).toString();
    response.writeHead(302, { location: back.href }).end();
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, issuer);
    if (url.pathname === '/.well-known/openid-configuration') {
      described++;
      const endpoints = ['authorization', 'token', 'userinfo'].map((one) => [
        `${one}_endpoint`,
        `${issuer}/${one}`,
      ]);
      const told = { issuer, ...Object.fromEntries(endpoints), jwks_uri: `${issuer}/jwks` };
      return json(response, { ...told, response_types_supported: ['code'], ...odd.metadata });
    }
    if (url.pathname === '/jwks') return json(response, { keys: [jwk] });
    if (url.pathname === '/authorization') return authorize(url, response);
    if (url.pathname === '/userinfo')
      return odd.userInfo === undefined ? json(response, {}, 500) : json(response, odd.userInfo);
    const asked = codes.get((await bodyOf(request)).get('code')!)!;
    const answered = await odd.answer(asked);
    if (answered) return json(response, answered.body, answered.status);
    waiting.add(response);
  };

  const sign: OddIssuer['sign'] = (claims, { key = privateKey, header = {} } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KID, ...header }).sign(key);
  const withToken: OddIssuer['withToken'] = (idToken) => ({
    body: { access_token: 'the-access-token-of-the-tests', token_type: 'bearer', id_token: idToken },
  });
  const odd: OddIssuer = {
    issuer,
    answer: async ({ claims }) => withToken(await sign(claims)),
    userInfo: undefined,
    metadata: {},
    described: () => described,
    sign,
    withToken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return odd;
};
