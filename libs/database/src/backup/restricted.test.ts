import { describe, expect, test, vi } from 'vitest';
import { addToken, addUser, backUp, makeDatabase, query, restore } from './backup-testing.ts';

vi.setConfig({ testTimeout: 60_000 });

const good = async (url: string): Promise<string[]> =>
  (
    await query<{ token_id: string }>(
      url,
      `select token_id from service_tokens where revoked_at is null and expires_at > now() and (ends_at is null or ends_at > now())`,
    )
  ).map(({ token_id }) => token_id);

const usersOf = (url: string) =>
  query(url, 'select username, role, disabled, workloads, password_hash from users order by 1');

describe('a restore into an empty database', () => {
  test('ends every session and revokes every service token', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase('empty')];
    const user = await addUser(source, 'jo');
    await addToken(source, user);
    const old = await addToken(source, user, { revoked: `'2020-01-01'` });
    await query(
      source,
      `insert into sessions (session_id, user_id, created_at, expires_at) values (gen_random_uuid(), $1, now(), now() + interval '1 hour')`,
      [user],
    );
    const summary = await restore(target, await backUp(source));
    expect(summary).toMatchObject({ sessionsEnded: 1, tokensRevoked: 1, tokensKept: 0, takenBack: null });
    expect(await good(target)).toEqual([]);
    expect(await query(target, 'select from sessions where ended_at is null')).toEqual([]);
    expect(await query(target, 'select revoked_at from service_tokens where token_id = $1', [old])).toEqual([
      { revoked_at: new Date('2020-01-01T00:00:00Z') },
    ]);
  });

  test('keeps service tokens where it is told to, but none that had ended', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase('empty')];
    const user = await addUser(source, 'jo');
    const kept = await addToken(source, user);
    await addToken(source, user, { revoked: 'now()' });
    await addToken(source, user, { expires: `now() - interval '1 s'` });
    await addToken(source, user, { ends: `now() - interval '1 s'` });
    await query(source, `insert into signing_keys values ('old', 'HS256', 'ended', now())`);
    await addToken(source, user, { kid: 'old' });
    const summary = await restore(target, await backUp(source), { keepTokens: true });
    expect(summary).toMatchObject({ tokensRevoked: 0, tokensKept: 1 });
    expect((await good(target)).includes(kept)).toBe(true);
  });

  test('sends nothing that waited', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase('empty')];
    const user = await addUser(source, 'jo');
    const token = await addToken(source, user);
    await query(
      source,
      `with w as (insert into notice_webhooks (webhook_id, url, sealed_secret, created_at) values (gen_random_uuid(), 'https://x', 's', now()) returning webhook_id),
        n as (insert into notices (notice_id, kind, token_id, user_id, key, created_at, details) values (gen_random_uuid(), 'token-unused', '${token}', '${user}', 'k', now(), '{}') returning notice_id)
       insert into notice_deliveries (webhook_id, notice_id, next_attempt_at) select webhook_id, notice_id, now() from w, n`,
    );
    expect(await restore(target, await backUp(source))).toMatchObject({ deliveriesGivenUp: 1 });
    expect(await query(target, 'select from notice_deliveries where given_up_at is null')).toEqual([]);
  });
});

describe('a restore over the installation that the backup is of', () => {
  const replace = { replace: true };

  test('keeps the service tokens that are still good there, and no other', async () => {
    const url = await makeDatabase();
    const [jo, ann, gone] = [await addUser(url, 'jo'), await addUser(url, 'ann'), await addUser(url, 'gone')];
    const kept = await addToken(url, jo);
    const [revoked, ended, ending, widened] = [
      ...[await addToken(url, jo), await addToken(url, jo), await addToken(url, jo), await addToken(url, jo)],
    ];
    await addToken(url, ann);
    await addToken(url, gone);
    const path = await backUp(url);
    const later = await addToken(url, jo);
    await query(url, `update service_tokens set revoked_at = now() where token_id = $1`, [revoked]);
    await query(url, `update service_tokens set ends_at = now() where token_id = $1`, [ended]);
    await query(url, `update service_tokens set ends_at = '2999-01-01' where token_id = $1`, [ending]);
    await query(url, `update service_tokens set scopes = '{data:read,data:write}' where token_id = $1`, [
      widened,
    ]);
    await query(url, `update users set disabled = true where user_id = $1`, [ann]);
    await query(url, `delete from users where user_id = $1`, [gone]);
    // What the operator asks for does not count against what is known.
    const summary = await restore(url, path, { ...replace, keepTokens: true });
    expect(summary).toMatchObject({ tokensRevoked: 5, tokensKept: 2 });
    expect((await good(url)).sort()).toEqual([kept, ending].sort());
    expect(await query(url, 'select ends_at from service_tokens where token_id = $1', [ending])).toEqual([
      { ends_at: new Date('2999-01-01T00:00:00Z') },
    ]);
    expect(await query(url, 'select from service_tokens where token_id = $1', [later])).toEqual([]);
  });

  test('takes the stricter of both for every user, and the password of today', async () => {
    const url = await makeDatabase();
    await addUser(url, 'boss');
    const before = { role: 'editor', workloads: ['a', 'b'], password: 'old' };
    for (const name of ['same', 'disabled', 'gone', 'confined', 'freed', 'promoted', 'password'])
      await addUser(url, name, before);
    await addUser(url, 'demoted', { ...before, workloads: null });
    await addUser(url, 'enabled', { ...before, disabled: true });
    const path = await backUp(url);
    await query(
      url,
      `update users set disabled = username = 'disabled' where username in ('disabled', 'enabled')`,
    );
    await query(url, `delete from users where username = 'gone'`);
    await query(url, `update users set workloads = '{b,c}' where username in ('confined', 'demoted')`);
    await query(url, `update users set workloads = null where username = 'freed'`);
    await query(url, `update users set role = 'admin' where username = 'promoted'`);
    await query(url, `update users set role = 'viewer' where username = 'demoted'`);
    await query(url, `update users set password_hash = 'new' where username = 'password'`);
    await addUser(url, 'later');
    const { takenBack } = await restore(url, path, replace);
    expect(takenBack).toMatchObject({
      ...{ disabled: ['disabled', 'gone'], narrowed: ['confined', 'demoted'], passwordsKept: ['password'] },
    });
    const as = (username: string, over = {}) => ({
      ...{ username, role: 'editor', disabled: false, workloads: ['a', 'b'], password_hash: 'old' },
      ...over,
    });
    expect(await usersOf(url)).toEqual([
      as('boss', { role: 'admin', workloads: null, password_hash: 'hash' }),
      as('confined', { workloads: ['b'] }),
      as('demoted', { role: 'viewer', workloads: ['b', 'c'] }),
      as('disabled', { disabled: true }),
      as('enabled', { disabled: true }),
      as('freed'),
      as('gone', { disabled: true }),
      as('password', { password_hash: 'new' }),
      as('promoted'),
      as('same'),
    ]);
  });

  test('does not bring back ended keys, unlinked identities, trusts in CI, or endpoints', async () => {
    const url = await makeDatabase();
    const user = await addUser(url, 'jo');
    const insert = `
      insert into signing_keys values ('k1', 'HS256', 'verifying', now()), ('k2', 'HS256', 'signing', now());
      insert into user_identities (provider, subject, user_id, created_at) values ('p', 'kept', '${user}', now()), ('p', 'unlinked', '${user}', now());
      insert into ci_identities (identity_id, name, issuer, audience, claims, scopes, lifetime_seconds, user_id, created_at)
        select gen_random_uuid(), n, 'i', 'a', '{"b": 1, "a": "x"}', '{data:write}', 60, '${user}', now() from unnest(array['kept', 'removed']) n;
      insert into notice_webhooks (webhook_id, url, sealed_secret, created_at)
        select gen_random_uuid(), u, 's', now() from unnest(array['kept', 'removed', 'disabled']) u`;
    await query(url, insert);
    const path = await backUp(url);
    await query(
      url,
      `update signing_keys set state = 'ended', ended_at = now() where kid = 'k1'; update signing_keys set state = 'verifying' where kid = 'k2';
       insert into signing_keys values ('k3', 'HS256', 'signing', now());
       delete from user_identities where subject = 'unlinked'; delete from ci_identities where name = 'removed';
       delete from notice_webhooks where url = 'removed'; update notice_webhooks set disabled_at = now() where url = 'disabled'`,
    );
    expect((await restore(url, path, replace)).takenBack).toMatchObject({
      ...{ keysEnded: ['k1'], identitiesRemoved: 1, ciIdentitiesRemoved: 1, webhooksDisabled: 2 },
    });
    expect(await query(url, 'select kid, state from signing_keys order by 1')).toEqual([
      { kid: 'k1', state: 'ended' },
      { kid: 'k2', state: 'verifying' },
      { kid: 'k3', state: 'signing' },
    ]);
    expect(await query(url, 'select subject from user_identities')).toEqual([{ subject: 'kept' }]);
    expect(await query(url, 'select name from ci_identities')).toEqual([{ name: 'kept' }]);
    expect(await query(url, 'select url from notice_webhooks where disabled_at is null')).toEqual([
      { url: 'kept' },
    ]);
  });

  test('does not bring back a secret that a provider signed with before', async () => {
    const source = await makeDatabase();
    await addUser(source, 'admin', { role: 'admin' });
    await query(
      source,
      `insert into sources (source, sealed_secret) values ('github', 'leaked'), ('gitlab', 'same'), ('jira', 'gone')`,
    );
    const backup = await backUp(source);
    await query(source, `update sources set sealed_secret = 'of-today' where source = 'github'`);
    await query(source, `delete from sources where source = 'jira'`);
    const summary = await restore(source, backup, { replace: true });
    expect(summary.takenBack).toMatchObject({ sourceSecretsKept: 2 });
    expect(await query(source, 'select source, sealed_secret from sources order by 1')).toEqual([
      { source: 'github', sealed_secret: 'of-today' },
      { source: 'gitlab', sealed_secret: 'same' },
      { source: 'jira', sealed_secret: null },
    ]);
  });

  test('is refused where no administrator would be left', async () => {
    const url = await makeDatabase();
    await addUser(url, 'boss');
    const path = await backUp(url);
    await addUser(url, 'successor');
    await query(url, `update users set role = 'viewer' where username = 'boss'`);
    await expect(restore(url, path, replace)).rejects.toMatchObject({ code: 'no-administrator' });
    expect(await query(url, `select username from users where role = 'admin'`)).toEqual([
      { username: 'successor' },
    ]);
  });
});

test('a restore over another installation has its users as they were, and revokes every service token', async () => {
  const [source, target] = [await makeDatabase(), await makeDatabase()];
  await addToken(source, await addUser(source, 'jo'));
  await addToken(target, await addUser(target, 'admin'));
  const path = await backUp(source);
  expect(await restore(target, path, { replace: true })).toMatchObject({
    ...{ takenBack: null, tokensRevoked: 1, tokensKept: 0 },
  });
  expect(await usersOf(target)).toMatchObject([{ username: 'jo', role: 'admin', disabled: false }]);
});
