import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { deliver, example } from './github-kit.ts';
import { openClient } from './database-client.ts';
import { useServer } from './harness.ts';

const SECRET = 'a-long-webhook-secret';
const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, ...(json === undefined ? {} : { json }) });
const replay = (json: Record<string, unknown> = {}) => admin('POST', '/api/sources/github/replay', json);
const REPOSITORY = { repositoryGroups: [{ name: 'all', repositories: [{ name: 'octo-org/*' }] }] };
const send = (event: string, content: unknown, id: string) =>
  deliver(server(), { secret: SECRET, event, body: JSON.stringify(content), id });

beforeAll(async () => {
  await admin('PUT', '/api/sources/github', { secret: SECRET });
  const run = example('workflow_run') as { repository: Record<string, unknown> };
  const repository = { ...run.repository, full_name: 'octo-org/octo-repo' };
  for (const id of ['first', 'second', 'third'])
    await send(
      'workflow_run',
      {
        ...run,
        repository,
        workflow_run: {
          ...(run as never as { workflow_run: object }).workflow_run,
          id: id.length * 7 + id.charCodeAt(0),
        },
      },
      id,
    );
  await send('ping', {}, 'ping');
});

describe('POST /api/sources/{source}/replay', () => {
  test('200: a workload that was added later gets what came before, page by page', async () => {
    await server().createWorkload('late', REPOSITORY);
    const first = await replay({ outcome: 'unmatched', limit: 2 });
    expect(first.status, first.text).toBe(200);
    expect(first.body).toMatchObject({ replayed: 2, failed: 0, created: 2 });
    const rest = await replay({ limit: 2, after: first.body.nextAfter });
    expect(rest.body).toMatchObject({ replayed: 2, created: 1, nextAfter: null });
    const runs = await admin('GET', '/api/pipeline/runs?workload=late');
    expect(runs.body.runs).toHaveLength(3);
  });

  test('200: again it changes nothing, and tells so', async () => {
    expect((await replay()).body).toMatchObject({
      ...{ replayed: 4, failed: 0, created: 0, updated: 0, unchanged: 3, failures: [] },
    });
  });

  test('200: one that still can’t be read is named, and the others are mended all the same', async () => {
    const client = await openClient(server().databaseUrl);
    await client.query(
      `update webhook_deliveries set body = '{"repository":{"full_name":5}}' where delivery_id = 'second'`,
    );
    await client.end();
    const { body } = await replay();
    expect(body).toMatchObject({ replayed: 3, failed: 1, unchanged: 2 });
    expect(body.failures).toEqual([
      { deliveryId: 'second', event: 'workflow_run', detail: expect.stringContaining('repository') },
    ]);
  });

  test('the secret’s headers are not kept with a delivery, and a replay stands in the audit log', async () => {
    const client = await openClient(server().databaseUrl);
    const { rows } = await client.query('select headers from webhook_deliveries');
    await client.end();
    expect(rows.map((row) => Object.keys(row.headers as object).sort())).toEqual(
      rows.map(() => ['x-github-delivery', 'x-github-event']),
    );
    const { entries } = (await admin('GET', '/api/audit')).body as { entries: { action: string }[] };
    expect(entries.map((entry) => entry.action)).toContain('sources.replay');
  });

  test('400: a foreign cursor, a source that is none', async () => {
    expectProblem(await replay({ after: 'x' }), 400, 'invalid-cursor');
    expectProblem(await admin('POST', '/api/sources/nowhere/replay', {}), 400, 'invalid-input');
  });
});
