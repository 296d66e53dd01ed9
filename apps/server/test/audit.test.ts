import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '@codemetrics/contracts';
import { query } from './database-client.ts';
import { useServer } from './harness.ts';

const NOW = new Date('2026-03-02T10:00:00.000Z');
const server = useServer({ now: () => NOW });
const list = (search = '', token = server().admin) => server().call('GET', `/api/audit${search}`, { token });
const newest = async (search = ''): Promise<AuditEntry> =>
  (await list(`?limit=1${search}`)).body.entries[0] as AuditEntry;
const PASSWORD = 'the words of this test';

let requests = 0;
/** Does something, and gives the newest entry of the log, which must be of that request. */
const entryOf = async (
  method: string,
  path: string,
  json?: unknown,
  token: string | undefined = server().admin,
): Promise<{ entry: AuditEntry; body: Record<string, unknown> }> => {
  const id = `audit-request-${++requests}`;
  const answer = await server().call(method, path, { token, json, headers: { 'x-request-id': id } });
  expect(answer.status, answer.text).toBeLessThan(300);
  const entry = await newest();
  expect(entry).toMatchObject({ requestId: id, address: '127.0.0.1', outcome: 'success' });
  expect(entry.time).toBe(NOW.toISOString());
  return { entry, body: answer.body as Record<string, unknown> };
};
const byAdmin = { actor: 'admin', actorKind: 'session' };

describe('each change leaves its entry, with actor, address and request id', () => {
  test('the first start and the first sign-in', async () => {
    const { entries } = (await list('?limit=500')).body as { entries: AuditEntry[] };
    expect(entries.at(-1)).toMatchObject({ sequence: 1, actorKind: 'system', action: 'users.create' });
    expect(entries.at(-1)!.previousHash).toBe('0'.repeat(64));
    expect(entries.at(-2)).toMatchObject({ actor: 'admin', action: 'session.create', outcome: 'success' });
  });

  test('workloads', async () => {
    const target = 'audited';
    const steps: [string, string, string, unknown][] = [
      ['workloads.create', 'POST', '', { id: target, name: 'x' }],
      ['workloads.replace', 'PUT', `/${target}`, { name: 'y' }],
      ['workloads.delete', 'DELETE', `/${target}`, undefined],
    ];
    for (const [action, method, path, json] of steps)
      expect((await entryOf(method, `/api/workloads${path}`, json)).entry).toMatchObject({
        ...byAdmin,
        action,
        target,
      });
    const applied = await entryOf('PUT', '/api/workloads', { workloads: [{ id: 'applied', name: 'x' }] });
    expect(applied.entry).toMatchObject({ ...byAdmin, action: 'workloads.apply' });
    expect(JSON.stringify(applied.entry.details)).toContain('applied');
  });

  test('users, and no password in it', async () => {
    const made = await entryOf('POST', '/api/users', {
      username: 'audited',
      password: PASSWORD,
      role: 'editor',
    });
    const target = made.body['userId'] as string;
    expect(made.entry).toMatchObject({ ...byAdmin, action: 'users.create', target });
    expect(made.entry.details).toMatchObject({ username: 'audited', role: 'editor' });
    const changed = await entryOf('PATCH', `/api/users/${target}`, {
      role: 'viewer',
      password: `${PASSWORD}!`,
    });
    expect(changed.entry).toMatchObject({ ...byAdmin, action: 'users.update', target });
    expect(JSON.stringify(changed.entry.details)).toContain('viewer');
    const gone = await entryOf('DELETE', `/api/users/${target}`);
    expect(gone.entry).toMatchObject({ ...byAdmin, action: 'users.delete', target });
    expect((await list('?limit=500')).text).not.toContain(PASSWORD);
  });

  test('service tokens, by their maker and by themselves', async () => {
    const made = await entryOf('POST', '/api/tokens', { subject: 'ci' });
    const target = made.body['tokenId'] as string;
    expect(made.entry).toMatchObject({ ...byAdmin, action: 'tokens.create', target });
    const rotated = await entryOf('POST', `/api/tokens/${target}/rotate`, {});
    expect(rotated.entry).toMatchObject({ ...byAdmin, action: 'tokens.rotate', target });
    expect(rotated.entry.details).toMatchObject({ replacement: rotated.body['tokenId'] });
    const token = rotated.body['accessToken'] as string;
    const self = await entryOf('POST', '/api/tokens/self/rotate', {}, token);
    expect(self.entry).toMatchObject({
      actor: 'admin/ci',
      actorKind: 'service',
      action: 'tokens.rotate',
      target: rotated.body['tokenId'],
    });
    const revoked = await entryOf('DELETE', `/api/tokens/${self.body['tokenId'] as string}`);
    expect(revoked.entry).toMatchObject({
      ...byAdmin,
      action: 'tokens.revoke',
      target: self.body['tokenId'],
    });
    expect((await list('?limit=500')).text).not.toMatch(/eyJ/);
  });

  test('settings of a source, and not its secret', async () => {
    const secret = 'canary-of-the-audit-log';
    const { entry } = await entryOf('PUT', '/api/sources/github', { secret });
    expect(entry).toMatchObject({ ...byAdmin, action: 'sources.configure', target: 'github' });
    expect(JSON.stringify(entry)).not.toContain(secret);
    const replayed = await entryOf('POST', '/api/sources/github/replay', {});
    expect(replayed.entry).toMatchObject({ ...byAdmin, action: 'sources.replay', target: 'github' });
  });

  test('endpoints of notices', async () => {
    const made = await entryOf('POST', '/api/notice-webhooks', { url: 'https://hooks.example.com/in' });
    const target = made.body['webhookId'] as string;
    expect(made.entry).toMatchObject({ ...byAdmin, action: 'noticeWebhooks.create', target });
    expect(JSON.stringify(made.entry)).not.toContain(made.body['secret']);
    const gone = await entryOf('DELETE', `/api/notice-webhooks/${target}`);
    expect(gone.entry).toMatchObject({ ...byAdmin, action: 'noticeWebhooks.delete', target });
  });

  test('signing keys', async () => {
    const rotated = await entryOf('POST', '/api/keys/rotate', {});
    const target = rotated.body['kid'];
    expect(rotated.entry).toMatchObject({ ...byAdmin, action: 'keys.rotate', target });
    const previous = rotated.entry.details['previous'] as string;
    await entryOf('POST', '/api/keys/rotate', { kid: previous });
    const ended = await entryOf('POST', `/api/keys/${String(target)}/end`, {});
    expect(ended.entry).toMatchObject({ ...byAdmin, action: 'keys.end', target });
  });

  test('signing in, failing to, a new password, signing out', async () => {
    const { token, userId } = await server().signIn({ username: 'auditor-1', role: 'admin' });
    expect(await newest()).toMatchObject({
      action: 'session.create',
      actor: 'auditor-1',
      outcome: 'success',
    });
    const wrong = { username: 'nobody-known', password: 'x' };
    await server().call('POST', '/api/session', { json: wrong, headers: { 'x-request-id': 'wrong-one' } });
    expect(await newest()).toMatchObject({
      action: 'session.create',
      actor: 'nobody-known',
      actorKind: 'anonymous',
      address: '127.0.0.1',
      requestId: 'wrong-one',
      outcome: 'denied',
    });
    const passwords = { currentPassword: 'a sentence for user number 9!', newPassword: PASSWORD };
    const changed = await entryOf('PUT', '/api/session/password', passwords, token);
    expect(changed.entry).toMatchObject({
      actor: 'auditor-1',
      action: 'session.changePassword',
      target: userId,
    });
    const out = await entryOf('DELETE', '/api/session', undefined, token);
    expect(out.entry).toMatchObject({ actor: 'auditor-1', action: 'session.delete' });
  });

  test('what is refused or changes nothing leaves none', async () => {
    const before = await newest();
    const { call, admin: token } = server();
    await call('POST', '/api/workloads', { token, json: { id: 'Bad Id', name: 'x' } });
    await call('POST', '/api/workloads', { token, json: { id: 'applied', name: 'taken' } });
    await call('DELETE', '/api/workloads/nowhere', { token });
    await call('PUT', '/api/workloads', { token, json: { dryRun: true, workloads: [] } });
    await call('PUT', '/api/workloads?dryRun=true', {
      token,
      json: { workloads: [{ id: 'dry', name: 'x' }] },
    });
    await call('GET', '/api/workloads', { token });
    expect(await newest()).toEqual(before);
  });
});

describe('the chain', () => {
  const canonical = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(canonical)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, canonical(inner)]),
          )
        : value;
  /** SHA-256 over the entry and the hash before it, from nothing but what the API tells. */
  const hashOf = (entry: AuditEntry): string => {
    const { time, actorKind, requestId, previousHash, hash: _hash, ...same } = entry;
    const row = {
      ...same,
      at: time,
      actor_kind: actorKind,
      request_id: requestId,
      previous_hash: previousHash,
    };
    return createHash('sha256')
      .update(JSON.stringify(canonical(row)))
      .digest('hex');
  };

  test('is whole: each entry’s hash is that of its content and of the hash before it', async () => {
    const { entries } = (await list('?limit=500')).body as { entries: AuditEntry[] };
    expect(entries.length).toBeGreaterThan(15);
    for (const [at, entry] of entries.entries()) {
      const before = entries[at + 1];
      expect(entry.sequence).toBe(entries.length - at);
      expect(entry.previousHash).toBe(before?.hash ?? '0'.repeat(64));
      expect(hashOf(entry)).toBe(entry.hash);
      expect(hashOf({ ...entry, actor: `${entry.actor}!` })).not.toBe(entry.hash);
    }
  });

  test('stays whole where changes come at once', async () => {
    await Promise.all(Array.from({ length: 8 }, (_one, at) => server().createWorkload(`at-once-${at}`)));
    const { entries } = (await list('?limit=9')).body as { entries: AuditEntry[] };
    for (const [at, entry] of entries.slice(0, -1).entries()) {
      expect(entry.sequence).toBe(entries[at + 1]!.sequence + 1);
      expect(entry.previousHash).toBe(entries[at + 1]!.hash);
    }
  });

  test.each([
    "update audit_entries set actor = 'nobody'",
    'update audit_entries set hash = hash where false',
    'delete from audit_entries where sequence = 1',
    'truncate audit_entries',
  ])('is not touched by %s', async (statement) => {
    await expect(query(server().databaseUrl, statement)).rejects.toThrow('audit entries are never changed');
  });
});
