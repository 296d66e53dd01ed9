import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

export type AccountClaims = Readonly<Record<string, unknown>>;

/** A client of the provider; the secret is sent as `auth` says. */
export interface ProviderClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
  readonly auth?: 'client_secret_basic' | 'client_secret_post';
}

/** A real OpenID Connect provider on a loopback port, whose pages take any password. */
export interface TestProvider {
  readonly issuer: string;
  /** The claims of each person by the name that they sign in with there. */
  readonly accounts: Map<string, AccountClaims>;
  /** Begins to serve; the clients' addresses are known only once their servers run. */
  serve(clients: readonly ProviderClient[]): void;
  /** Closes the port, so that nothing is reached any more. */
  close(): Promise<void>;
  /** Opens the same port again. */
  open(): Promise<void>;
}

const CLAIMS = {
  openid: ['sub'],
  profile: ['preferred_username', 'name', 'groups'],
  email: ['email', 'email_verified'],
};

const LIFETIMES = { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 };

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Starts a provider. `inIdToken`: claims stand in the ID token too, not only in the user info. */
export const startProvider = async ({ inIdToken = false } = {}): Promise<TestProvider> => {
  let handler: RequestListener = (_request, response) => response.writeHead(503).end();
  let server = createServer((request, response) => handler(request, response));
  const port = await listen(server, 0);
  const issuer = `http://127.0.0.1:${port}`;
  const accounts = new Map<string, AccountClaims>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  return {
    issuer,
    accounts,
    serve: (clients) => {
      const provider = new Provider(issuer, {
        clients: clients.map(({ id, secret, redirectUri, auth }) => ({
          client_id: id,
          client_secret: secret,
          redirect_uris: [redirectUri],
          token_endpoint_auth_method: auth ?? 'client_secret_basic',
        })),
        findAccount: (_context, sub) =>
          accounts.has(sub)
            ? { accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) as never }
            : undefined,
        claims: CLAIMS,
        conformIdTokenClaims: !inIdToken,
        cookies: { keys: ['a key of the tests'] },
        features: { devInteractions: { enabled: true } },
        jwks: { keys: [{ ...key, alg: 'RS256', use: 'sig' } as never] },
        pkce: { required: () => true },
        ttl: LIFETIMES,
      });
      handler = provider.callback() as RequestListener;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    open: async () => {
      server = createServer((request, response) => handler(request, response));
      await listen(server, port);
    },
  };
};
