import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { initTRPC, TRPCError } from '@trpc/server';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { bad, good, noWaiting, problem, scripted } from '../test/scripted-server.ts';
import { CALLS } from './calls.ts';
import { isProblem } from './code-metrics-error.ts';
import { createClient } from './create-client.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXBheWxvYWQ.c2lnbmF0dXJl';

describe('calls', () => {
  test('go to the procedure of their noun and verb, as a POST with the input as JSON', async () => {
    await using server = await scripted(good([]));
    const client = createClient({
      url: `${server.url}//`,
      token: TOKEN,
      headers: { Authorization: 'no', 'x-a': '1' },
    });
    expect(await client.tokens.list()).toEqual([]);
    await client.tokens.create({ subject: 'ci' });
    const [first, second] = server.received;
    expect(first).toMatchObject({ method: 'POST', path: '/trpc/tokens.list', body: '{}' });
    expect(second).toMatchObject({ method: 'POST', path: '/trpc/tokens.create', body: '{"subject":"ci"}' });
    expect(first?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'x-a': '1' });
  });

  test('exist for every entry of the table, and nothing else', () => {
    const client = createClient({ url: 'http://127.0.0.1:1' });
    const shape = (tree: object) =>
      Object.entries(tree).map(([noun, verbs]) => [noun, Object.keys(verbs as object)]);
    expect(shape(client)).toEqual(shape(CALLS));
    expect('then' in client).toBe(false);
  });

  test('ask a token function before each attempt, and take up a rotated token', async () => {
    await using server = await scripted(bad(503, 'unavailable'), good(null));
    let asked = 0;
    const token = () => Promise.resolve(`token-${(asked += 1)}\n`);
    await createClient({ url: server.url, token, retry: noWaiting().retry }).session.get();
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('use the cookie of the page only when there is no token', async () => {
    const seen: unknown[] = [];
    const fetch: typeof globalThis.fetch = (_url, init) => {
      seen.push([init?.credentials, new Headers(init?.headers).has('authorization')]);
      return Promise.resolve(Response.json({ result: { data: null } }));
    };
    await createClient({ url: '', fetch }).session.get();
    await createClient({ url: '', fetch, token: () => undefined }).session.get();
    await createClient({ url: '', fetch, token: TOKEN }).session.get();
    expect(seen).toEqual([
      ['same-origin', false],
      ['same-origin', false],
      ['omit', true],
    ]);
  });

  test('talk to a real tRPC server', async () => {
    const t = initTRPC.create({
      errorFormatter: ({ shape }) => ({
        ...shape,
        data: { ...shape.data, problem: problem(404, 'workload-not-found') },
      }),
    });
    const any = t.procedure.input((raw: unknown) => raw);
    const router = t.router({
      query: { run: any.query(({ input }) => ({ got: input })) },
      tokens: { revoke: any.mutation(() => null) },
      workloads: {
        get: any.query(() => {
          throw new TRPCError({ code: 'NOT_FOUND', message: 'x' });
        }),
      },
    });
    const server = createHTTPServer({ router, basePath: '/trpc/', allowMethodOverride: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    try {
      const client = createClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
      const input = { queries: ['x'.repeat(20_000)], dateRange: { start: '2026-01-01', end: '2026-01-02' } };
      expect(await client.query.run(input)).toEqual({ got: input });
      expect(await client.tokens.revoke({ tokenId: 'a' })).toBeNull();
      await expect(client.workloads.get({ id: 'a' })).rejects.toSatisfy((e) =>
        isProblem(e, 'workload-not-found'),
      );
    } finally {
      server.close();
    }
  });
});
