import { expect, test } from 'vitest';
import { Username } from '@codemetrics/contracts';
import fc from 'fast-check';
import type { IdentityProvider } from './identity-provider.ts';
import { toUserOfClaims } from './to-user-of-claims.ts';

const provider = (over: Partial<IdentityProvider> = {}): IdentityProvider => ({
  ...{ id: 'sso', name: 'SSO', issuer: 'https://sso.example', clientId: 'c', clientSecret: 's' },
  ...{ clientAuthentication: undefined, scopes: 'openid', usernameClaim: 'preferred_username' },
  ...{ displayNameClaim: 'name', groupsClaim: 'groups', defaultRole: null, sync: true },
  roles: [
    { group: 'admins', role: 'admin', workloads: null },
    { group: 'a', role: 'editor', workloads: ['shop', 'docs'] },
    { group: 'b', role: 'viewer', workloads: ['docs', 'api'] },
    { group: 'none', role: 'viewer', workloads: [] },
    { group: 'all', role: 'viewer', workloads: null },
  ],
  ...over,
});
const read = (claims: Record<string, unknown>, over: Partial<IdentityProvider> = {}) =>
  toUserOfClaims(provider(over), { sub: 'x', ...claims });
const accessOf = (groups: unknown, over: Partial<IdentityProvider> = {}) => read({ groups }, over).access;

test.each([
  ['jo', 'jo'],
  [' jo ', 'jo'],
  ['jo@acme.example', 'jo@acme.example'],
  ['Jö Dö', 'Jo-Do'],
  ['acme\\jo', 'acme-jo'],
  ['_jo', 'jo'],
  ['ｊｏ', 'jo'],
  ['jo\u0000\u202e', 'jo'],
  ['日本', null],
  ['', null],
  [' - ', null],
  [42, null],
  [['jo'], null],
  [undefined, null],
])('the user name of %j is %j', (preferred_username, username) => {
  expect(read({ preferred_username }).username).toBe(username);
});

test('any text gives a user name that the contract takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (preferred_username) => {
      const { username } = read({ preferred_username });
      if (username !== null) expect(Username.parse(username)).toBe(username);
    }),
  );
});

test('the e-mail address is a name only where the provider has verified it', () => {
  const email = 'jo@acme.example';
  expect(read({ email }).username).toBeNull();
  expect(read({ email, email_verified: 'true' }).username).toBeNull();
  expect(read({ email, email_verified: true }).username).toBe(email);
  expect(read({ email }, { usernameClaim: 'email' }).username).toBeNull();
  expect(read({ email, email_verified: true }, { usernameClaim: 'email' }).username).toBe(email);
});

test.each([
  ['Jo Doe', 'Jo Doe'],
  [' Jo\n\tDoe ', 'Jo Doe'],
  ['x'.repeat(300), 'x'.repeat(200)],
  ['Jo\ud800', 'Jo\ufffd'],
  ['\u0000', null],
  [1, null],
])('the display name of %j is %j', (name, displayName) => {
  expect(read({ name }).displayName).toBe(displayName);
});

test('the highest role of all groups counts, with the workloads of all of them', () => {
  expect(accessOf(['a', 'b', 'other'])).toEqual({ role: 'editor', workloads: ['api', 'docs', 'shop'] });
  expect(accessOf(['b'])).toEqual({ role: 'viewer', workloads: ['api', 'docs'] });
  expect(accessOf(['a', 'all'])).toEqual({ role: 'editor', workloads: null });
  expect(accessOf(['b', 'admins'])).toEqual({ role: 'admin', workloads: null });
  expect(accessOf(['none'])).toEqual({ role: 'viewer', workloads: [] });
  expect(accessOf('b')?.role).toBe('viewer');
});

test('nothing else than the very name of a group matches', () => {
  for (const groups of [undefined, null, [], {}, ['A'], [' a'], ['a,b'], [['a']], { a: true }, 'a b', [null]])
    expect(accessOf(groups)).toBeNull();
});

test('the default role is for those whose groups have none, and takes nothing from the others', () => {
  expect(accessOf(['other'], { defaultRole: 'editor' })).toEqual({ role: 'editor', workloads: null });
  expect(accessOf(['b'], { defaultRole: 'editor' })).toEqual({ role: 'viewer', workloads: ['api', 'docs'] });
});

test('a claim is found by its name, dots and all, or else by its path', () => {
  const name = 'https://acme.example/groups';
  expect(read({ [name]: ['b'] }, { groupsClaim: name }).access?.role).toBe('viewer');
  const realm = { realm_access: { roles: ['a'] } };
  expect(read(realm, { groupsClaim: 'realm_access.roles' }).access?.role).toBe('editor');
  for (const groupsClaim of ['__proto__', 'constructor.name', 'groups.0', 'toString'])
    expect(read({ groups: ['a'] }, { groupsClaim }).access).toBeNull();
});
