import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

let clock = Date.parse('2026-03-02T10:00:00Z');
// Every look at the clock is a millisecond later, so that "newest first" has an order to show.
const server = useServer({ now: () => new Date((clock += 1)) });

interface Listed {
  tokenId: string;
  sub: string;
  status?: string;
}
const list = async (token = server().admin, query = ''): Promise<Listed[]> =>
  (await server().call('GET', `/api/tokens${query}`, { token })).body as Listed[];
const revoke = (tokenId: string, token = server().admin) =>
  server().call('DELETE', `/api/tokens/${tokenId}`, { token });
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

describe('GET /api/tokens', () => {
  test('200: a bare array, newest first, of all that is known but the value', async () => {
    const first = await server().serviceToken({ subject: 'first' });
    const second = await server().serviceToken({ subject: 'second', ttl: '1h', description: 'why' });
    const answer = await server().call('GET', '/api/tokens', { token: server().admin });
    expect(answer.status).toBe(200);
    expect(answer.body.slice(0, 2).map((one: Listed) => one.tokenId)).toEqual([
      second.tokenId,
      first.tokenId,
    ]);
    expect(answer.body[0]).toEqual({
      tokenId: second.tokenId,
      created: expect.stringMatching(/^2026-03-02T10:00:0.\.\d{3}Z$/),
      expires: expect.stringMatching(/^2026-03-02T11:00:0.\.000Z$/),
      sub: 'second',
      createdBy: 'admin',
      scopes: ['data:read', 'data:write', 'workloads:write', 'sources:manage', 'audit:read'],
      workloads: null,
      allowedCidrs: null,
      description: 'why',
      lastUsed: null,
      lastUsedFrom: null,
      useCount: 0,
      rotatedFrom: null,
    });
    expect(answer.text).not.toContain('eyJ');
    expect(answer.text).not.toContain(second.token.split('.')[2]!);
  });

  test('200: others see their own tokens alone, an administrator all', async () => {
    const editor = await server().signIn({ username: 'list-editor', role: 'editor' });
    const own = await server().serviceToken({ subject: 'editors' }, editor.token);
    await server().serviceToken({ subject: 'admins' });
    expect((await list(editor.token)).map((one) => one.tokenId)).toEqual([own.tokenId]);
    const all = await list();
    expect(all.map((one) => one.sub)).toEqual(expect.arrayContaining(['editors', 'admins']));
    expect(all.find((one) => one.tokenId === own.tokenId)).toMatchObject({ createdBy: 'list-editor' });
  });

  test('200: include=inactive adds the revoked and the expired, each with its status', async () => {
    const active = await server().serviceToken({ subject: 'active' });
    const revoked = await server().serviceToken({ subject: 'revoked' });
    const expired = await server().serviceToken({ subject: 'expired', ttl: 5 });
    await revoke(revoked.tokenId);
    clock += 6000;
    const ids = (await list()).map((one) => one.tokenId);
    expect(ids).toContain(active.tokenId);
    expect(ids).not.toContain(revoked.tokenId);
    expect(ids).not.toContain(expired.tokenId);
    const status = new Map(
      (await list(server().admin, '?include=inactive')).map((one) => [one.tokenId, one.status]),
    );
    expect([active, revoked, expired].map(({ tokenId }) => status.get(tokenId))).toEqual([
      'active',
      'revoked',
      'expired',
    ]);
  });

  test('400: include takes nothing else', async () => {
    const answer = await server().call('GET', '/api/tokens?include=all', { token: server().admin });
    expectProblem(answer, 400, 'invalid-input');
  });
});

describe('DELETE /api/tokens/{tokenId}', () => {
  test('204: the token is refused from the answer on, and revoking it again is 204 too', async () => {
    const { token, tokenId } = await server().serviceToken();
    expect((await server().call('GET', '/api/session', { token })).status).toBe(200);
    const answer = await revoke(tokenId);
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    const refused = await server().call('GET', '/api/session', { token });
    expectProblem(refused, 401, 'credential-revoked');
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect((await revoke(tokenId)).status).toBe(204);
  });

  test('404: an unknown id, and what is no id', async () => {
    expectProblem(await revoke(UNKNOWN), 404, 'not-found');
    expectProblem(await revoke('no-such-id'), 404, 'not-found');
    expectProblem(await revoke('%00'), 404, 'not-found');
  });

  test('404: for an editor another’s token is one that they may not know of', async () => {
    const editor = await server().signIn({ username: 'revoke-editor', role: 'editor' });
    const { token, tokenId } = await server().serviceToken();
    const foreign = expectProblem(await revoke(tokenId, editor.token), 404, 'not-found');
    const unknown = expectProblem(await revoke(UNKNOWN, editor.token), 404, 'not-found');
    expect(foreign.detail.replace(tokenId, 'ID')).toBe(unknown.detail.replace(UNKNOWN, 'ID'));
    expect((await server().call('GET', '/api/session', { token })).status).toBe(200);
  });

  test('204: an administrator revokes anyone’s', async () => {
    const editor = await server().signIn({ username: 'revoked-editor', role: 'editor' });
    const { token, tokenId } = await server().serviceToken({}, editor.token);
    expect((await revoke(tokenId)).status).toBe(204);
    expectProblem(await server().call('GET', '/api/session', { token }), 401, 'credential-revoked');
  });
});

describe('a service token and the managing calls', () => {
  test('403: it may make, list, revoke and rotate no tokens and see no usage', async () => {
    const { token, tokenId } = await server().serviceToken();
    const calls: [string, string][] = [
      ['POST', '/api/tokens'],
      ['GET', '/api/tokens'],
      ['DELETE', `/api/tokens/${tokenId}`],
      ['POST', `/api/tokens/${tokenId}/rotate`],
      ['GET', `/api/tokens/${tokenId}/usage`],
    ];
    for (const [method, path] of calls) {
      const json = method === 'POST' ? { subject: 'x' } : undefined;
      expectProblem(await server().call(method, path, { token, json }), 403, 'session-required');
    }
    expect((await server().call('GET', '/api/session', { token })).status).toBe(200);
  });
});
