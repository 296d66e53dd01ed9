import { afterAll, beforeAll } from 'vitest';
import type { CookieBrowser, Visit } from './cookie-browser.ts';
import { createBrowser } from './cookie-browser.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';
import type { AccountClaims, ProviderClient, TestProvider } from './oidc-provider.ts';
import { startProvider } from './oidc-provider.ts';

export const SECRET = 'the secret of the client at the provider!';
export const FLOW_COOKIE = 'codemetrics_sign_in';
export const SESSION_COOKIE = 'codemetrics_session';

export const ROLES = [
  { group: 'admins', role: 'admin' },
  { group: 'developers', role: 'editor', workloads: ['shop', 'search'] },
  { group: 'readers', role: 'viewer', workloads: ['docs'] },
  { group: 'readers-of-all', role: 'viewer' },
] as const;

/** The settings of a provider, as an administrator writes them. */
export const settingsOf = (id: string, issuer: string, over: Record<string, unknown> = {}) => ({
  id,
  name: `Provider ${id}`,
  issuer,
  clientId: 'codemetrics',
  clientSecret: SECRET,
  roles: ROLES,
  ...over,
});

export const clientOf = (url: string, id: string, over: Partial<ProviderClient> = {}): ProviderClient => ({
  id: 'codemetrics',
  secret: SECRET,
  redirectUri: `${url}/auth/oidc/${id}/callback`,
  ...over,
});

/** A server with two real providers: `main` tells claims as user info alone, `other` in the ID token too. */
export interface SignOn {
  readonly server: TestServer;
  readonly main: TestProvider;
  readonly other: TestProvider;
}

export const useSignOn = (
  options: { env?: Record<string, string>; now?: () => Date; main?: Record<string, unknown> } = {},
): (() => SignOn) => {
  let signOn: SignOn | undefined;
  beforeAll(async () => {
    const main = await startProvider();
    const other = await startProvider({ inIdToken: true });
    const providers = [settingsOf('main', main.issuer, options.main), settingsOf('other', other.issuer)];
    const server = await startTestServer({
      env: { OIDC_PROVIDERS: JSON.stringify(providers), ...options.env },
      ...(options.now ? { now: options.now } : {}),
    });
    main.serve([
      clientOf(server.url, 'main'),
      clientOf(server.url, 'main', { id: 'another-client', secret: 'another secret of another client' }),
    ]);
    other.serve([clientOf(server.url, 'other', { auth: 'client_secret_post' })]);
    signOn = { server, main, other };
  });
  afterAll(async () => {
    await signOn?.server.stop();
    await signOn?.main.close();
    await signOn?.other.close();
  });
  return () => signOn!;
};

const hidden = (page: string): string => /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
const action = (page: string): string => /<form[^>]+action="([^"]+)"/.exec(page)?.[1] ?? '';

/** Signs in at the provider's own pages and consents; gives the address that it leads back to, not yet visited. */
export const passProvider = async (browser: CookieBrowser, url: string, login: string): Promise<string> => {
  const isBack = (location: string): boolean => new URL(location).pathname.endsWith('/callback');
  let page: Visit = await browser.follow(url, isBack);
  for (let steps = 0; page.location === undefined && steps < 4; steps++) {
    const prompt = hidden(page.text);
    if (prompt === '') throw new Error(`no page of the provider: ${page.status} ${page.text.slice(0, 500)}`);
    const form = { prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) };
    const sent = await browser.visit(action(page.text), form);
    page = isBack(sent.location!) ? sent : await browser.follow(sent.location!, isBack);
  }
  return page.location!;
};

/** Begins at the server and passes the provider; gives the address of the callback, not yet visited. */
export const reachCallback = async (
  browser: CookieBrowser,
  server: TestServer,
  login: string,
  { provider = 'main', next = '/' } = {},
): Promise<string> => {
  const query = new URLSearchParams({ next }).toString();
  const begun = await browser.visit(`${server.url}/auth/oidc/${provider}/start?${query}`);
  if (begun.status !== 302) throw new Error(`not begun: ${begun.status} ${begun.text}`);
  return passProvider(browser, begun.location!, login);
};

/** The whole way; `error` is the word on the sign-in page where it ends there. */
export const signInThrough = async (
  server: TestServer,
  login: string,
  options: { provider?: string; next?: string } = {},
): Promise<{ visit: Visit; token: string | undefined; error: string | null }> => {
  const browser = createBrowser();
  const visit = await browser.visit(await reachCallback(browser, server, login, options));
  const { pathname, searchParams } = new URL(visit.location ?? server.url);
  return {
    visit,
    token: browser.cookie(server.url, SESSION_COOKIE),
    error: pathname === '/sign-in' ? searchParams.get('error') : null,
  };
};

/** Makes a person at a provider. */
export const person = (
  name: string,
  groups?: readonly string[],
  over: AccountClaims = {},
): AccountClaims => ({
  preferred_username: name,
  name: `${name} of the tests`,
  ...(groups ? { groups } : {}),
  ...over,
});

export interface AuditLine {
  readonly action: string;
  readonly actor: string;
  readonly outcome: string;
  readonly target: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The newest entries of the audit log. */
export const auditOf = async (server: TestServer, query = ''): Promise<AuditLine[]> =>
  (await server.call('GET', `/api/audit?limit=500${query}`, { token: server.admin })).body
    .entries as AuditLine[];
