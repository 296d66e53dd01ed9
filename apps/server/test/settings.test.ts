import { describe, expect, test } from 'vitest';
import type { Setting } from '@codemetrics/contracts';
import { SETTINGS } from '../src/settings-in-force.ts';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

const CANARY = 'canary-0f6b1e-canary-0f6b1e-canary-0f6b1e';
const server = useServer({
  env: { TOKEN_SECRET: CANARY, METRICS_TOKEN: CANARY, SESSION_TTL: '8h', PORT: '0' },
});
const read = (token: string) => server().call('GET', '/api/system/settings', { token });

describe('GET /api/system/settings', () => {
  test('200: every setting that the server knows, and no other', async () => {
    const { status, body } = await read(server().admin);
    expect(status).toBe(200);
    expect((body.settings as Setting[]).map(({ name }) => name)).toEqual(SETTINGS.map(({ name }) => name));
  });

  test('200: what is in force, what would be, and where it comes from', async () => {
    const { settings } = (await read(server().admin)).body as { settings: Setting[] };
    const of = (name: string) => settings.find((one) => one.name === name);
    expect(of('SESSION_TTL')).toMatchObject({ value: '8h', default: '12h', origin: 'environment' });
    expect(of('LOG_LEVEL')).toMatchObject({ value: 'info', default: 'info', origin: 'default' });
    expect(of('TOKEN_SECRET')).toMatchObject({ value: 'set', origin: 'environment', secret: true });
    expect(of('ADMIN_PASSWORD')).toMatchObject({ value: 'set', secret: true });
  });

  test('200: no secret is in the answer, nor the password of the database', async () => {
    const { text } = await read(server().admin);
    const { password, username, pathname } = new URL(server().databaseUrl);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(ADMIN_PASSWORD);
    expect(text).toContain(pathname);
    for (const part of [password, username]) expect(text).not.toContain(`${part}@`);
  });

  test('401 and 403: of nobody, of whoever may not manage users, of a program', async () => {
    expectProblem(await server().call('GET', '/api/system/settings'), 401, 'credential-missing');
    const { token } = await server().signIn({ username: 'looking', role: 'editor' });
    expectProblem(await read(token), 403, 'scope-missing');
    expectProblem(await read((await server().serviceToken()).token), 403, 'session-required');
  });
});
