import { beforeAll, describe, expect, test } from 'vitest';
import { createBrowser } from './cookie-browser.ts';
import { expectProblem } from './expect-problem.ts';
import { auditOf, person, reachCallback, signInThrough, useSignOn } from './oidc-kit.ts';

const signOn = useSignOn();
const who = async (token: string | undefined) =>
  (await signOn().server.call('GET', '/api/session', { token: token! })).body;
const userOf = async (username: string) =>
  (
    await signOn().server.call('GET', '/api/users?limit=500', { token: signOn().server.admin })
  ).body.users.find((one: { username: string }) => one.username === username);
const give = (login: string, name: string, groups?: readonly string[], over = {}) =>
  signOn().main.accounts.set(login, person(name, groups, over));
/** Signs in with these groups. */
const enter = async (login: string, name: string, groups?: readonly string[], over = {}) => {
  give(login, name, groups, over);
  return signInThrough(signOn().server, login);
};
const entriesOf = async (subject: string, action: string) =>
  (await auditOf(signOn().server, `&action=${action}`)).filter(
    ({ details }) => details['subject'] === subject,
  );

beforeAll(async () => {
  for (const id of ['shop', 'search', 'docs']) await signOn().server.createWorkload(id);
});

describe('the role', () => {
  test('is refused to whoever is in no group that has one', async () => {
    for (const groups of [undefined, [], ['strangers'], ['Admins']])
      expect((await enter('stranger', 'stranger', groups)).error).toBe('no-role');
    expect(await userOf('stranger')).toBeUndefined();
    expect(await entriesOf('stranger', 'session.create')).toHaveLength(4);
    expect((await entriesOf('stranger', 'session.create'))[0]).toMatchObject({
      outcome: 'denied',
      actor: 'stranger',
      details: { provider: 'main', subject: 'stranger', reason: 'no-role' },
    });
  });

  test.each([
    [['readers'], 'viewer', ['docs']],
    [['developers', 'readers'], 'editor', ['docs', 'search', 'shop']],
    [['readers', 'readers-of-all'], 'viewer', null],
    [['readers-of-all', 'developers'], 'editor', null],
    [['developers', 'admins'], 'admin', null],
  ] as const)('of %j is %s with %j', async (groups, role, workloads) => {
    const login = `mapped-${groups.join('-')}`;
    expect(await who((await enter(login, login, groups)).token)).toMatchObject({ roles: [role], workloads });
  });

  test('stands in the audit log with the identity that it came from', async () => {
    await enter('audited', 'audited', ['developers']);
    const [created] = await entriesOf('audited', 'users.create');
    const user = await userOf('audited');
    expect(user.providers).toEqual(['main']);
    const identity = { provider: 'main', subject: 'audited' };
    expect(created).toMatchObject({ outcome: 'success', actor: 'audited', target: user.userId });
    expect(created!.details).toEqual({
      ...{ username: 'audited', role: 'editor', workloads: ['search', 'shop'] },
      ...identity,
    });
    const [session] = await entriesOf('audited', 'session.create');
    expect(session).toMatchObject({ outcome: 'success', actor: 'audited', details: identity });
  });
});

describe('at every sign-in the user follows the claims', () => {
  test('a demotion takes effect at once, for sessions and service tokens of before too', async () => {
    const { server } = signOn();
    const { token } = await enter('demoted', 'demoted', ['developers']);
    const service = await server.serviceToken({ scopes: ['data:read', 'workloads:write'] }, token!);
    const replace = (credential: string) =>
      server.call('PUT', '/api/workloads/shop', { token: credential, json: { name: 'Shop' } });
    expect((await replace(service.token)).status).toBe(200);
    await enter('demoted', 'demoted', ['readers']);
    expectProblem(await replace(token!), 403, 'scope-missing');
    expectProblem(await replace(service.token), 403, 'scope-missing');
    expect(await who(token)).toMatchObject({ roles: ['viewer'], workloads: ['docs'] });
    expect((await entriesOf('demoted', 'users.update'))[0]).toMatchObject({
      outcome: 'success',
      details: { role: 'viewer', workloads: ['docs'], provider: 'main', subject: 'demoted' },
    });
  });

  test('what is the same is not changed, nor told as a change', async () => {
    await enter('steady', 'steady', ['developers']);
    await enter('steady', 'steady', ['developers']);
    expect(await entriesOf('steady', 'users.update')).toEqual([]);
    await enter('steady', 'steady', ['developers'], { name: 'Stéady' });
    expect(await entriesOf('steady', 'users.update')).toHaveLength(1);
  });

  test('who has no role any more is refused, and loses sessions and rights', async () => {
    const { server } = signOn();
    const { token } = await enter('leaver', 'leaver', ['developers']);
    const service = await server.serviceToken({ scopes: ['data:read'] }, token!);
    expect((await enter('leaver', 'leaver', [])).error).toBe('no-role');
    expectProblem(await server.call('GET', '/api/session', { token: token! }), 401, 'credential-revoked');
    expect(await who(service.token)).toMatchObject({ roles: ['viewer'], workloads: [] });
    // And has them again when the groups are back.
    expect(await who((await enter('leaver', 'leaver', ['developers'])).token)).toMatchObject({
      roles: ['editor'],
    });
  });

  test('the last administrator is never demoted, and that is told', async () => {
    const { server } = signOn();
    const { token } = await enter('boss', 'boss', ['admins']);
    const admin = (await userOf('admin')).userId as string;
    const local = (json: Record<string, unknown>, by: string) =>
      server.call('PATCH', `/api/users/${admin}`, { token: by, json });
    // Every other administrator gives it up, so that this one is the last.
    const others = (await server.call('GET', '/api/users?limit=500', { token: server.admin })).body.users;
    for (const { userId, username, role } of others)
      if (role === 'admin' && username !== 'boss' && username !== 'admin')
        await server.call('DELETE', `/api/users/${userId}`, { token: server.admin });
    expect((await local({ role: 'editor' }, token!)).status).toBe(200);
    const kept = await enter('boss', 'boss', ['readers']);
    expect(await who(kept.token)).toMatchObject({ roles: ['admin'], workloads: null });
    expect((await enter('boss', 'boss', [])).error).toBe('no-role');
    expect(await who(token)).toMatchObject({ roles: ['admin'] });
    expect((await local({ role: 'admin' }, kept.token!)).status).toBe(200);
    const denied = (await entriesOf('boss', 'users.update')).filter(({ outcome }) => outcome === 'denied');
    expect(denied.map(({ details }) => [details['role'], details['reason']])).toEqual([
      ['viewer', 'last-administrator'],
      ['viewer', 'last-administrator'],
    ]);
    // With another administrator there, the claims hold again.
    const { token: demoted } = await enter('boss', 'boss', ['readers']);
    expect(await who(demoted)).toMatchObject({ roles: ['viewer'], workloads: ['docs'] });
  });
});

describe('a person is told apart by provider and subject alone', () => {
  test('who has the name of a local user is refused, and that user stays as they were', async () => {
    const { server } = signOn();
    const { userId } = await server.signIn({ username: 'taken', role: 'viewer' });
    for (const [index, name] of ['taken', 'TAKEN', 'táken'].entries())
      expect((await enter(`thief-${index}`, name, ['admins'])).error).toBe('account-exists');
    expect(await userOf('taken')).toMatchObject({ userId, role: 'viewer' });
    const [denied] = await entriesOf('thief-0', 'session.create');
    expect(denied).toMatchObject({ outcome: 'denied', details: { reason: 'account-exists' } });
  });

  test('who has the name or the verified address of another person is refused', async () => {
    const email = { email: 'one@example.com', email_verified: true };
    await enter('named-first', 'named', ['readers'], email);
    expect((await enter('named-second', 'named', ['readers'], email)).error).toBe('account-exists');
    signOn().other.accounts.set('named-first', person('named', ['readers'], email));
    const other = await signInThrough(signOn().server, 'named-first', { provider: 'other' });
    expect(other.error).toBe('account-exists');
  });

  test('without a usable name the verified address is taken, and without that nothing', async () => {
    const unnamed = { preferred_username: undefined, email: 'kim@example.com' };
    expect((await enter('kim', '', ['readers'], { ...unnamed, email_verified: false })).error).toBe(
      'username-missing',
    );
    const { token } = await enter('kim', '', ['readers'], { ...unnamed, email_verified: true });
    expect((await who(token)).sub).toBe('kim@example.com');
  });

  test('a disabled user is refused, and enabled again let in', async () => {
    const { server } = signOn();
    const { token } = await enter('disabled', 'disabled', ['readers']);
    const { userId } = await userOf('disabled');
    const set = (disabled: boolean) =>
      server.call('PATCH', `/api/users/${userId}`, { token: server.admin, json: { disabled } });
    await set(true);
    expect((await enter('disabled', 'disabled', ['admins'])).error).toBe('account-disabled');
    expect((await server.call('GET', '/api/session', { token: token! })).status).toBe(401);
    expect((await entriesOf('disabled', 'session.create'))[0]).toMatchObject({
      outcome: 'denied',
      actor: 'disabled',
      details: { reason: 'account-disabled' },
    });
    await set(false);
    expect((await enter('disabled', 'disabled', ['readers'])).error).toBeNull();
  });

  test('one who is disabled while they come back from the provider gets no session', async () => {
    const { server } = signOn();
    await enter('racing', 'racing', ['readers']);
    const { userId } = await userOf('racing');
    const browsers = Array.from({ length: 8 }, () => createBrowser());
    const back = await Promise.all(browsers.map((one) => reachCallback(one, server, 'racing')));
    const disable = server.call('PATCH', `/api/users/${userId}`, {
      token: server.admin,
      json: { disabled: true },
    });
    const visits = await Promise.all(browsers.map((one, index) => one.visit(back[index]!)));
    expect((await disable).status).toBe(200);
    for (const [index] of visits.entries()) {
      const token = browsers[index]!.cookie(server.url, 'codemetrics_session');
      if (token !== undefined) expect((await server.call('GET', '/api/session', { token })).status).toBe(401);
    }
    await server.call('PATCH', `/api/users/${userId}`, { token: server.admin, json: { disabled: false } });
    for (const browser of browsers) {
      const token = browser.cookie(server.url, 'codemetrics_session');
      if (token !== undefined)
        expectProblem(await server.call('GET', '/api/session', { token }), 401, 'credential-revoked');
    }
  });

  test('one who was deleted is a new user at the next sign-in', async () => {
    const { server } = signOn();
    await enter('deleted', 'deleted', ['readers']);
    const { userId } = await userOf('deleted');
    await server.call('DELETE', `/api/users/${userId}`, { token: server.admin });
    expect((await enter('deleted', 'deleted', ['readers'])).error).toBeNull();
    expect((await userOf('deleted')).userId).not.toBe(userId);
  });
});

test('a person without a password can’t sign in with one, nor change it', async () => {
  const { server } = signOn();
  const { token } = await enter('nopass', 'nopass', ['readers']);
  for (const password of ['', 'null', 'a guess of a password']) {
    const answer = await server.call('POST', '/api/session', { json: { username: 'nopass', password } });
    expect(answer.status).toBe(password === '' ? 400 : 401);
  }
  const json = { currentPassword: 'null', newPassword: 'another long sentence 7' };
  expectProblem(
    await server.call('PUT', '/api/session/password', { token: token!, json }),
    401,
    'sign-in-failed',
  );
});
