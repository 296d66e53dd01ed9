import { afterEach, describe, expect, test } from 'vitest';
import { createBrowser } from './cookie-browser.ts';
import { dump } from './database-client.ts';
import {
  auditOf,
  FLOW_COOKIE,
  passProvider,
  person,
  reachCallback,
  SECRET,
  SESSION_COOKIE,
  signInThrough,
  useSignOn,
} from './oidc-kit.ts';

let ahead = 0;
const signOn = useSignOn({ now: () => new Date(Date.now() + ahead) });
afterEach(() => {
  ahead = 0;
});

const errorOf = (location: string | undefined): string | null => {
  const url = new URL(location!);
  expect(url.origin + url.pathname).toBe(`${signOn().server.url}/sign-in`);
  return url.searchParams.get('error');
};

describe('signing in through a provider', () => {
  test('gives a session to a new person, with the role of their groups, and leads to where they wanted', async () => {
    const { server, main } = signOn();
    main.accounts.set('sub-ada', person('ada', ['developers', 'unknown']));
    const { visit, token } = await signInThrough(server, 'sub-ada', { next: '/tokens?a=1#b' });
    expect(visit.status).toBe(302);
    expect(visit.headers.get('location')).toBe('/tokens?a=1#b');
    expect(visit.headers.get('cache-control')).toBe('no-store');
    expect(visit.headers.get('referrer-policy')).toBe('no-referrer');
    const cookies = visit.headers.getSetCookie();
    expect(cookies.find((one) => one.startsWith(SESSION_COOKIE))).toMatch(
      /Path=\/;.*HttpOnly; SameSite=Lax$/,
    );
    const { body } = await server.call('GET', '/api/session', { token: token! });
    expect(body).toMatchObject({
      kind: 'session',
      user: { username: 'ada', displayName: 'ada of the tests', role: 'editor' },
      workloads: ['search', 'shop'],
    });
  });

  test('asks the provider with PKCE, a state and a nonce of this sign-in alone, and keeps them sealed', async () => {
    const { server, main } = signOn();
    const browser = createBrowser();
    const begin = () => browser.visit(`${server.url}/auth/oidc/main/start`);
    const begun = await begin();
    const asked = new URL(begun.location!);
    expect(asked.origin).toBe(main.issuer);
    const query = Object.fromEntries(asked.searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      client_id: 'codemetrics',
      redirect_uri: `${server.url}/auth/oidc/main/callback`,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
    });
    const again = new URL((await begin()).location!).searchParams;
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(query[name]!.length, name).toBeGreaterThanOrEqual(43);
      expect(again.get(name), name).not.toBe(query[name]);
    }
    const [cookie] = begun.headers.getSetCookie();
    expect(cookie).toMatch(
      /^codemetrics_sign_in=v1\..*Max-Age=600; Path=\/auth\/oidc; HttpOnly; SameSite=Lax$/,
    );
    for (const secret of [query['state']!, query['nonce']!, SECRET]) expect(cookie).not.toContain(secret);
  });

  test('two providers stand side by side, each with its own people', async () => {
    const { server, main, other } = signOn();
    main.accounts.set('same-subject', person('of-main', ['readers']));
    other.accounts.set('same-subject', person('of-other', ['readers-of-all']));
    const tokens = [
      (await signInThrough(server, 'same-subject')).token!,
      (await signInThrough(server, 'same-subject', { provider: 'other' })).token!,
    ];
    const [first, second] = await Promise.all(
      tokens.map(async (token) => (await server.call('GET', '/api/session', { token })).body),
    );
    expect([first.sub, first.workloads]).toEqual(['of-main', ['docs']]);
    expect([second.sub, second.workloads]).toEqual(['of-other', null]);
    expect(first.user.userId).not.toBe(second.user.userId);
  });

  test('a second sign-in is the same user, whatever they are called by then', async () => {
    const { server, main } = signOn();
    main.accounts.set('sub-bob', person('bob', ['readers']));
    const first = (await signInThrough(server, 'sub-bob')).token!;
    main.accounts.set('sub-bob', person('robert', ['readers'], { name: 'Robert' }));
    const second = (await signInThrough(server, 'sub-bob')).token!;
    const [a, b] = [first, second].map((token) => server.call('GET', '/api/session', { token }));
    expect((await a!).body.user.userId).toBe((await b!).body.user.userId);
    expect((await b!).body.user).toMatchObject({ username: 'bob', displayName: 'Robert' });
  });

  test('first sign-ins of one person at once make one user, and all of them succeed', async () => {
    const { server, main } = signOn();
    for (const name of ['twice-a', 'twice-b', 'twice-c', 'twice-d', 'twice-e']) {
      main.accounts.set(name, person(name, ['readers']));
      const browsers = Array.from({ length: 8 }, () => createBrowser());
      const back = await Promise.all(browsers.map((one) => reachCallback(one, server, name)));
      const visits = await Promise.all(browsers.map((one, index) => one.visit(back[index]!)));
      expect(visits.map(({ headers }) => headers.get('location'))).toEqual(visits.map(() => '/'));
    }
    const { body } = await server.call('GET', '/api/users?limit=500', { token: server.admin });
    const made = body.users.filter(({ username }: { username: string }) => username.startsWith('twice-'));
    expect(made).toHaveLength(5);
  });
});

describe('what does not come from a sign-in of this browser is refused', () => {
  const begun = async (login: string) => {
    const { server, main } = signOn();
    main.accounts.set(login, person(login, ['readers']));
    const browser = createBrowser();
    return { server, browser, callback: await reachCallback(browser, server, login, { next: '/tokens' }) };
  };
  const refused = async (browser: ReturnType<typeof createBrowser>, url: string, error: string) => {
    const visit = await browser.visit(url);
    expect(errorOf(visit.location)).toBe(error);
    expect(browser.cookie(signOn().server.url, SESSION_COOKIE)).toBeUndefined();
    return visit;
  };

  test('a state that is wrong, missing or given twice', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('state', 'x'.repeat(43)),
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.append('state', query.get('state')!),
    ]) {
      const { browser, callback } = await begun('states');
      const url = new URL(callback);
      change(url.searchParams);
      const visit = await refused(browser, url.href, 'sign-in-expired');
      expect(new URL(visit.location!).searchParams.get('next')).toBe('/tokens');
      // And the way back is closed.
      await refused(browser, callback, 'sign-in-expired');
    }
  });

  test('a callback in another browser, and one that is played again', async () => {
    const { server, browser, callback } = await begun('replays');
    await refused(createBrowser(), callback, 'sign-in-expired');
    const thief = browser.copy();
    expect((await browser.visit(callback)).headers.get('location')).toBe('/tokens');
    const own = browser.copy();
    expect(errorOf((await own.visit(callback)).location)).toBe('sign-in-expired');
    // Even with the cookie of before: the provider gives nothing for a code twice.
    expect(thief.cookie(server.url, FLOW_COOKIE)).toBeDefined();
    await refused(thief, callback, 'provider-failed');
  });

  test('a cookie that is altered, of another sign-in, or sealed for something else', async () => {
    const { server, browser, callback } = await begun('tamperers');
    const sealed = browser.cookie(server.url, FLOW_COOKIE)!;
    const flipped = sealed.slice(0, -10) + (sealed.at(-10) === 'A' ? 'B' : 'A') + sealed.slice(-9);
    const elsewhere = createBrowser();
    await elsewhere.visit(`${server.url}/auth/oidc/main/start`);
    for (const value of ['', 'x', flipped, `${sealed}A`, elsewhere.cookie(server.url, FLOW_COOKIE)!]) {
      const thief = browser.copy();
      thief.setCookie(server.url, { name: FLOW_COOKIE, value, path: '/auth/oidc' });
      await refused(thief, callback, 'sign-in-expired');
    }
  });

  test('an answer of one provider at the address of another', async () => {
    const { browser, callback } = await begun('mixers');
    await refused(browser, callback.replace('/main/', '/other/'), 'sign-in-expired');
  });

  test('a person who takes longer than ten minutes', async () => {
    const { browser, callback } = await begun('sleepers');
    ahead = 599_000;
    const inTime = browser.copy();
    expect((await inTime.visit(callback)).headers.get('location')).toBe('/tokens');
    const late = await begun('sleepers');
    ahead += 601_000;
    await refused(late.browser, late.callback, 'sign-in-expired');
  });

  test('a code that the provider made for another client', async () => {
    const { server, main } = signOn();
    const { browser, callback } = await begun('swappers');
    const other = createBrowser();
    const asked = new URL(`${main.issuer}/auth`);
    asked.search = new URLSearchParams({
      ...{ client_id: 'another-client', response_type: 'code', scope: 'openid', state: 's'.repeat(43) },
      redirect_uri: `${server.url}/auth/oidc/main/callback`,
      ...{ code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' },
    }).toString();
    const code = new URL(await passProvider(other, asked.href, 'swappers')).searchParams.get('code')!;
    const url = new URL(callback);
    url.searchParams.set('code', code);
    await refused(browser, url.href, 'provider-failed');
    const [denied] = await auditOf(server, '&action=session.create');
    expect(denied).toMatchObject({
      outcome: 'denied',
      details: { provider: 'main', reason: 'provider-failed' },
    });
  });

  test('a person who cancels at the provider', async () => {
    const { server } = signOn();
    const browser = createBrowser();
    const page = await browser.follow(`${server.url}/auth/oidc/main/start?next=/profile`, () => false);
    const abort = /href="([^"]+\/abort)"/.exec(page.text)![1]!;
    const { location } = await browser.follow(abort, (url) => url.startsWith(server.url));
    expect(new URL(location!).searchParams.get('error')).toBe('access_denied');
    const visit = await refused(browser, location!, 'provider-refused');
    expect(visit.headers.get('location')).toBe('/sign-in?error=provider-refused&next=%2Fprofile');
  });

  test('an error with free text, which is shown and logged nowhere; and an answer of another issuer', async () => {
    const { server, main } = signOn();
    const answer = async (query: Record<string, string>, error: string) => {
      const browser = createBrowser();
      const start = await browser.visit(`${server.url}/auth/oidc/main/start`);
      const state = new URL(start.location!).searchParams.get('state')!;
      const search = new URLSearchParams({ ...query, state }).toString();
      return refused(browser, `${server.url}/auth/oidc/main/callback?${search}`, error);
    };
    const told = { error: 'server_error', error_description: '<b>Call 555</b>', iss: main.issuer };
    const visit = await answer(told, 'provider-refused');
    expect(visit.headers.get('location')).toBe('/sign-in?error=provider-refused&next=%2F');
    expect(server.logs.join('')).not.toContain('Call 555');
    await answer({ code: 'x', iss: 'https://evil.example' }, 'provider-failed');
    await answer({ code: 'x' }, 'provider-failed');
  });
});

test('no secret of all this is in a log line or in the database', async () => {
  const text = signOn().server.logs.join('');
  expect(text).toContain('/auth/oidc/:provider/callback');
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/eyJ|code=|state=|v1\.[\w-]+\.|access_token|id_token"/);
  const rows = await dump(signOn().server.databaseUrl);
  expect(rows).toContain('sub-ada');
  expect(rows).not.toContain(SECRET);
  expect(rows).not.toMatch(/eyJ[\w-]+\./);
});
