import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@codemetrics/contracts';
import type { Input } from './call-operation.ts';
import { callRest, callTrpc, OPERATIONS, trpcProblem } from './call-operation.ts';
import { useServer } from './harness.ts';
import { OPEN, PASSWORD, ROWS } from './permission-table.ts';

const ROLES: readonly Role[] = ['admin', 'editor', 'viewer'];
const KINDS = ['session', 'token', 'read-only'] as const;
const REFUSALS: Readonly<Record<string, string>> = {
  s: 'scope-missing',
  p: 'session-required',
  t: 'service-token-required',
};

// The harness makes their password of the length of the name; the three names are of one length.
const nameOf = (role: Role): string => `${role}-user`.padEnd(10, '1').slice(0, 10);

const server = useServer();
const credentials = new Map<string, string>();
const signIn = async (role: Role): Promise<string> => {
  const json = { username: nameOf(role), password: PASSWORD };
  return (await server().call('POST', '/api/session', { json })).body.sessionToken as string;
};

beforeAll(async () => {
  await server().createWorkload('my-team');
  for (const role of ROLES) {
    const { token } = await server().signIn({ username: nameOf(role), role });
    credentials.set(`${role} session`, token);
    credentials.set(`${role} token`, (await server().serviceToken({}, token)).token);
    const reading = await server().serviceToken({ scopes: ['data:read'] }, token);
    credentials.set(`${role} read-only`, reading.token);
  }
});

const FACES = {
  REST: async (path: string, input: Input, token: string) => {
    const { status, body } = await callRest(server(), path, input, { token });
    return status < 400 ? 'ok' : (body as { code: string }).code;
  },
  tRPC: async (path: string, input: Input, token: string) => {
    const answer = await callTrpc(server(), path, input, { token });
    return answer.status < 400 ? 'ok' : trpcProblem(answer)?.code;
  },
};

test('the table tells of every operation', () => {
  expect([...ROWS.map(({ path }) => path), ...OPEN].sort()).toEqual([...OPERATIONS.keys()].sort());
  for (const { path, marks } of ROWS) expect(marks, path).toMatch(/^[+spt]{9}$/);
});

describe.each(['REST', 'tRPC'] as const)('over %s', (face) => {
  test.each(ROWS)('$path is for $marks', async ({ path, marks, input, answer }) => {
    const wanted: Record<string, string> = {};
    const got: Record<string, string | undefined> = {};
    for (const [at, role] of ROLES.entries())
      for (const [place, kind] of KINDS.entries()) {
        const who = `${role} ${kind}`;
        const mark = marks[at * 3 + place]!;
        wanted[who] = mark === '+' ? answer : REFUSALS[mark]!;
        // One's own session can be ended only once.
        const ends = path === 'session.delete' && kind === 'session';
        got[who] = await FACES[face](path, input(), ends ? await signIn(role) : credentials.get(who)!);
      }
    expect(got).toEqual(wanted);
  });

  test('a stranger may do nothing of it', async () => {
    for (const { path, input } of ROWS)
      expect(await FACES[face](path, input(), 'x.y.z'), path).toBe('credential-invalid');
  });
});
