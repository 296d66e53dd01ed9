import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const SECRET = 'hush-hush-hush';
const directory = mkdtempSync(join(tmpdir(), 'codemetrics-settings-'));
afterAll(() => rmSync(directory, { recursive: true }));

const written = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};
const provider = (over: Record<string, unknown> = {}) => ({
  ...{ id: 'sso', name: 'SSO', issuer: 'https://sso.example', clientId: 'codemetrics' },
  ...{ clientSecret: SECRET, defaultRole: 'viewer' },
  ...over,
});
const read = (...providers: unknown[]) => readConfig({ OIDC_PROVIDERS: JSON.stringify(providers) });
const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect((error as Error).name).toBe('ConfigError');
    return (error as Error).message;
  }
  throw new Error('was taken');
};

describe('OIDC_PROVIDERS', () => {
  test('is none by default', () => {
    expect(readConfig({})).toMatchObject({
      identityProviders: [],
      localPasswords: true,
      publicUrl: undefined,
    });
  });

  test('fills in what is left out', () => {
    expect(read(provider()).identityProviders).toEqual([
      {
        ...{ id: 'sso', name: 'SSO', issuer: 'https://sso.example', clientId: 'codemetrics' },
        ...{ clientSecret: SECRET, clientAuthentication: undefined, scopes: 'openid profile email' },
        ...{ usernameClaim: 'preferred_username', displayNameClaim: 'name', groupsClaim: 'groups' },
        ...{ roles: [], defaultRole: 'viewer', sync: true },
      },
    ]);
    const roles = [
      { group: '/a', role: 'editor', workloads: ['shop'] },
      { group: 'b', role: 'admin' },
    ];
    expect(read(provider({ roles })).identityProviders[0]!.roles).toEqual([
      roles[0],
      { ...roles[1], workloads: null },
    ]);
  });

  test('takes the secret from a file, and the whole from one', () => {
    const clientSecretFile = written('secret', `${SECRET}\n`);
    const one = provider({ clientSecret: undefined, clientSecretFile });
    expect(read(one).identityProviders[0]).toMatchObject({ clientSecret: SECRET });
    expect(read(one).identityProviders[0]).not.toHaveProperty('clientSecretFile');
    const OIDC_PROVIDERS_FILE = written('providers.json', JSON.stringify([one]));
    expect(readConfig({ OIDC_PROVIDERS_FILE }).identityProviders).toHaveLength(1);
  });

  test.each([
    ['[0].id: must be', { id: 'SSO' }],
    ['[0].id: ', { id: undefined }],
    ['[0].name: ', { name: '' }],
    ['[0].issuer: must be an https URL', { issuer: 'http://sso.example' }],
    ['[0].issuer: must be an https URL', { issuer: 'https://jo:hush-hush-hush@sso.example' }],
    ['[0].issuer: must be an https URL', { issuer: 'https://sso.example?hush-hush-hush' }],
    ['[0].issuer: must be an https URL', { issuer: 'sso.example' }],
    ['[0].issuer: must be an https URL', { issuer: 'http://localhost.evil.example' }],
    ['[0].clientSecret: set either', { clientSecret: undefined }],
    ['[0].clientSecret: set either', { clientSecretFile: '/etc/hostname' }],
    ['[0].clientSecret: ', { clientSecret: 12345 }],
    [
      '[0].clientSecretFile: can’t be read (ENOENT)',
      { clientSecret: undefined, clientSecretFile: '/no/such' },
    ],
    ['[0].scopes: must hold openid', { scopes: 'profile' }],
    ['[0].roles: without a role', { defaultRole: null }],
    ['[0].roles[0].role: ', { roles: [{ group: 'a', role: 'owner' }] }],
    ['[0].roles[0].workloads[0]: ', { roles: [{ group: 'a', role: 'viewer', workloads: ['No Id'] }] }],
    ['[0].roles[0].grup: unknown field', { roles: [{ group: 'a', grup: 'b', role: 'viewer' }] }],
    ['[0].secret: unknown field', { secret: SECRET }],
    ['[0].sync: ', { sync: 'yes' }],
    ['[0].clientAuthentication: ', { clientAuthentication: 'jwt' }],
  ])('%s… is named, and no value shown', (words, over) => {
    const message = refusal({ OIDC_PROVIDERS: JSON.stringify([provider(over)]) });
    expect(message).toContain(`OIDC_PROVIDERS: ${words}`);
    expect(message).not.toMatch(/hush|12345/);
  });

  test('takes the examples of the documents', () => {
    const text = readFileSync(new URL('../../../docs/sign-on.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/```json\n([\s\S]+?)```/g)].map(([, json]) => json!);
    expect(examples).toHaveLength(3);
    const clientSecretFile = written('client', SECRET);
    for (const example of examples) {
      const OIDC_PROVIDERS = example.replace(/"\/run\/secrets[^"]+"/, JSON.stringify(clientSecretFile));
      expect(readConfig({ OIDC_PROVIDERS }).identityProviders[0]).toMatchObject({ clientSecret: SECRET });
    }
  });

  test('two of one id, what is no array, and both settings at once are refused', () => {
    const twice = JSON.stringify([provider(), provider({ issuer: 'https://b.example' })]);
    expect(refusal({ OIDC_PROVIDERS: twice })).toBe('OIDC_PROVIDERS: [1].id: is used twice');
    expect(refusal({ OIDC_PROVIDERS: JSON.stringify(provider()) })).not.toContain(SECRET);
    expect(refusal({ OIDC_PROVIDERS: `[{"clientSecret": "${SECRET}",}]` })).toBe(
      'OIDC_PROVIDERS: must be a JSON array of providers',
    );
    expect(refusal({ OIDC_PROVIDERS: '[]', OIDC_PROVIDERS_FILE: '/x' })).toContain('set either');
    expect(refusal({ OIDC_PROVIDERS_FILE: '/no/such/file' })).toContain('OIDC_PROVIDERS_FILE: ');
    expect(refusal({ OIDC_PROVIDERS_FILE: written('empty', '') })).toContain('must be a JSON array');
  });

  test.each(['http://localhost:8080/realms/a', 'http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'takes plain http on loopback: %s',
    (issuer) => expect(read(provider({ issuer })).identityProviders[0]!.issuer).toBe(issuer),
  );
});

describe('LOCAL_PASSWORDS', () => {
  test('is on or off, and off takes a provider', () => {
    const OIDC_PROVIDERS = JSON.stringify([provider()]);
    expect(readConfig({ OIDC_PROVIDERS, LOCAL_PASSWORDS: 'off' }).localPasswords).toBe(false);
    expect(readConfig({ LOCAL_PASSWORDS: 'on' }).localPasswords).toBe(true);
    expect(refusal({ LOCAL_PASSWORDS: 'off' })).toContain('LOCAL_PASSWORDS: ');
    expect(refusal({ LOCAL_PASSWORDS: 'no' })).toBe('LOCAL_PASSWORDS: must be on or off');
  });
});

describe('PUBLIC_URL', () => {
  test.each([
    ['https://metrics.example', 'https://metrics.example'],
    ['https://Metrics.Example:443/', 'https://metrics.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('%s is %s', (PUBLIC_URL, origin) => expect(readConfig({ PUBLIC_URL }).publicUrl).toBe(origin));

  test.each([
    'http://metrics.example',
    'https://metrics.example/path',
    'https://metrics.example/?a=b',
    'https://jo@metrics.example',
    'metrics.example',
    'ftp://localhost',
  ])('%s is refused', (PUBLIC_URL) => expect(refusal({ PUBLIC_URL })).toMatch(/^PUBLIC_URL: must be/));
});
