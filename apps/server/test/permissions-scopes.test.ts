import { beforeAll, describe, expect, test } from 'vitest';
import { Scope, SESSION_ONLY_SCOPES } from '@codemetrics/contracts';
import { callRest, callTrpc, OPERATIONS, trpcProblem } from './call-operation.ts';
import { useServer } from './harness.ts';
import { ROWS } from './permission-table.ts';

const GRANTABLE = Scope.options.filter((scope) => !SESSION_ONLY_SCOPES.includes(scope));

const server = useServer();
const tokens = new Map<Scope, string>();

beforeAll(async () => {
  await server().createWorkload('my-team');
  for (const scope of GRANTABLE)
    tokens.set(scope, (await server().serviceToken({ subject: scope, scopes: [scope] })).token);
});

/** What a token with one scope alone is answered; `ok` is whatever the operation answers to one who may. */
const expected = (path: string, scope: Scope): string => {
  const { access } = OPERATIONS.get(path)!;
  if (access === scope || access === 'authenticated' || access === 'service') return 'ok';
  if (access === 'session' || SESSION_ONLY_SCOPES.includes(access as Scope)) return 'session-required';
  return 'scope-missing';
};

describe.each(['REST', 'tRPC'] as const)('a token with one scope, over %s', (face) => {
  test.each(ROWS)('$path', async ({ path, input, answer }) => {
    const wanted: Record<string, string> = {};
    const got: Record<string, string | undefined> = {};
    for (const scope of GRANTABLE) {
      const token = tokens.get(scope)!;
      const ok = expected(path, scope);
      wanted[scope] = ok === 'ok' ? answer : ok;
      const told = face === 'REST' ? callRest : callTrpc;
      const { status, body, ...rest } = await told(server(), path, input(), { token });
      const code =
        face === 'REST' ? (body as { code?: string }).code : trpcProblem({ status, body, ...rest })?.code;
      got[scope] = status < 400 ? 'ok' : code;
    }
    expect(got).toEqual(wanted);
  });
});
