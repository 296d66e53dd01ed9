import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { useServer } from './harness.ts';

const server = useServer();
const read = (procedure: string, input: unknown, token?: string) =>
  server().call('GET', `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { token });
const change = (procedure: string, input: unknown, token?: string) =>
  server().call('POST', `/trpc/${procedure}`, { token, json: input });

describe('the tRPC face', () => {
  test('200: a query by GET, by POST, and a mutation by POST', async () => {
    const { admin, createWorkload, serviceToken } = server();
    await createWorkload('trpc-team');
    const { token } = await serviceToken();
    const sent = await change(
      'pipelineRuns.send',
      { runs: [aPipelineRun({ workload: 'trpc-team' })] },
      token,
    );
    expect(sent.body.result.data).toEqual({ received: 1, created: 1, updated: 0, unchanged: 0 });
    const listed = await read('pipelineRuns.list', { workload: 'trpc-team' }, token);
    expect(listed.body.result.data.runs).toHaveLength(1);
    const posted = await change('pipelineRuns.list', { workload: 'trpc-team' }, token);
    expect(posted.body.result.data).toEqual(listed.body.result.data);
    const overRest = await server().call('GET', '/api/pipeline/runs?workload=trpc-team', { token: admin });
    expect(overRest.body).toEqual(listed.body.result.data);
  });

  test('a change is never done by GET', async () => {
    const answer = await read('tokens.create', { subject: 'x' }, server().admin);
    expect(answer.status).toBe(405);
  });

  test('a failure carries the same problem as over REST', async () => {
    const { admin, call, serviceToken } = server();
    const limited = (await serviceToken({ scopes: ['data:read'] })).token;
    const pairs: [
      Promise<{ body: { code?: string } }>,
      Promise<{ body: { error: { data: { problem: { code: string } } } } }>,
      string,
    ][] = [
      [call('GET', '/api/session'), read('session.get', {}), 'credential-missing'],
      [
        call('GET', '/api/pipeline/runs?limit=0', { token: admin }),
        read('pipelineRuns.list', { limit: 0 }, admin),
        'invalid-input',
      ],
      [
        call('GET', '/api/workloads/nobody', { token: admin }),
        read('workloads.get', { id: 'nobody' }, admin),
        'workload-not-found',
      ],
      [
        call('POST', '/api/workloads', { token: limited, json: {} }),
        change('workloads.create', {}, limited),
        'scope-missing',
      ],
      [
        call('POST', '/api/tokens', { token: limited, json: { subject: 'x' } }),
        change('tokens.create', { subject: 'x' }, limited),
        'session-required',
      ],
    ];
    for (const [rest, trpc, code] of pairs) {
      expect((await rest).body.code).toBe(code);
      expect((await trpc).body.error.data.problem.code).toBe(code);
    }
  });

  test('401 and 429 carry their headers here too', async () => {
    const answer = await read('session.get', {});
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(answer.headers.get('x-request-id')).toBe(answer.body.error.data.problem.instance);
  });

  test('text is never taken for a number or a boolean, also after REST calls', async () => {
    const { admin, call } = server();
    const tries = async () =>
      (await read('pipelineRuns.list', { limit: '5' }, admin)).body.error.data.problem.code;
    expect(await tries()).toBe('invalid-input');
    expect((await call('GET', '/api/pipeline/runs?limit=5', { token: admin })).status).toBe(200);
    expect(await tries()).toBe('invalid-input');
    const applied = await change('workloads.apply', { dryRun: 'false', workloads: [] }, admin);
    expect(applied.body.error.data.problem.code).toBe('invalid-input');
  });

  test('a batch answers call by call, and is bounded', async () => {
    const { admin, call } = server();
    const mixed = await call(
      'GET',
      `/trpc/session.get,workloads.get?batch=1&input=${encodeURIComponent('{"1":{"id":"nobody"}}')}`,
      { token: admin },
    );
    expect(mixed.body[0].result.data.sub).toBe('admin');
    expect(mixed.body[1].error.data.problem.code).toBe('workload-not-found');
    const many = await call('GET', `/trpc/${Array(60).fill('session.get').join(',')}?batch=1&input={}`, {
      token: admin,
    });
    expect(many.status).toBeGreaterThanOrEqual(400);
  });

  test('no stack and no path shows in any failure', async () => {
    for (const answer of [
      await read('no.such', {}),
      await server().call('POST', '/trpc/session.create', { body: '{', type: 'application/json' }),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/node_modules|\bat .*\.(ts|js):\d+/);
    }
  });

  test('what tRPC itself refuses is a problem of the registry too, and a body is read as strictly as over REST', async () => {
    const { admin, call } = server();
    const send = (body: string | Uint8Array, type: string, path = 'tokens.create') =>
      call('POST', `/trpc/${path}`, { token: admin, body, type });
    const code = (answer: { body: { error?: { data: { problem: { code: string } } }; code?: string } }) =>
      answer.body.error?.data.problem.code ?? answer.body.code;
    expect(code(await send('{', 'application/json'))).toBe('malformed-body');
    expect(code(await send('{}', 'application/json', 'no.such'))).toBe('not-found');
    const notUtf8 = Buffer.concat([
      Buffer.from('{"subject":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    expect(code(await send(notUtf8, 'application/json'))).toBe('malformed-body');
    const form = await send('a=b', 'application/x-www-form-urlencoded');
    expect([form.status, code(form)]).toEqual([415, 'unsupported-media-type']);
    const large = await send(JSON.stringify({ subject: 'x'.repeat(6 * 1024 * 1024) }), 'application/json');
    expect([large.status, code(large)]).toEqual([413, 'payload-too-large']);
  });
});
