import { SourceId } from '@codemetrics/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { dump } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import type { Delivery } from './github-kit.ts';
import { deliver } from './github-kit.ts';
import type { Answer } from './harness.ts';
import { useServer } from './harness.ts';

const SECRET = 'canary-webhook-secret-5d1c';
const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, json });
const send = (event: string, content: unknown, over: Partial<Delivery> = {}) =>
  deliver(server(), { secret: SECRET, event, body: JSON.stringify(content), ...over });

let unconfigured: Answer;
let fresh: Answer;
beforeAll(async () => {
  unconfigured = await send('ping', {});
  fresh = await admin('GET', '/api/sources');
  await admin('PUT', '/api/sources/github', { secret: SECRET });
});

describe('PUT /api/sources/{source}, GET /api/sources', () => {
  test('200: a source is listed before it is configured; 401: until then nothing is taken', async () => {
    const source = { source: 'github', webhookPath: '/api/webhooks/github', lastDelivery: null };
    const deliveries = { stored: 0, ignored: 0, unmatched: 0, failed: 0 };
    expect(fresh.body.sources[0]).toEqual({ ...source, configured: false, updated: null, deliveries });
    expect(fresh.body.sources.map((one: { source: string }) => one.source)).toEqual(SourceId.options);
    expectProblem(unconfigured, 401, 'signature-invalid');
    const configured = await admin('PUT', '/api/sources/github', { secret: SECRET });
    expect(configured.status).toBe(200);
    expect(configured.body).toMatchObject({
      ...source,
      configured: true,
      updated: expect.stringMatching(/Z$/),
    });
  });

  test('400: a short secret, a source that is none, a secret in the query', async () => {
    expectProblem(
      await admin('PUT', '/api/sources/github', { secret: 'x'.repeat(15) }),
      400,
      'invalid-input',
    );
    expectProblem(await admin('PUT', '/api/sources/nowhere', { secret: SECRET }), 400, 'invalid-input');
    expectProblem(await admin('PUT', `/api/sources/github?secret=${SECRET}`, {}), 400, 'invalid-input');
  });

  test('200: a new secret takes the place of the old one at once', async () => {
    const secret = 'another-long-secret';
    await admin('PUT', '/api/sources/github', { secret });
    expectProblem(await send('ping', {}), 401, 'signature-invalid');
    expect((await send('ping', {}, { secret })).status).toBe(202);
    await admin('PUT', '/api/sources/github', { secret: SECRET });
    expect((await send('ping', {})).status).toBe(202);
  });

  test('the secret is in no answer, no log line and no table', async () => {
    expect(await dump(server().databaseUrl)).toMatch(/sources:.*\(github,[^,]{20,}/);
    for (const text of [
      (await admin('PUT', '/api/sources/github', { secret: SECRET })).text,
      (await admin('GET', '/api/sources')).text,
      (await admin('GET', '/api/system/config')).text,
      (await admin('GET', '/api/audit?limit=500')).text,
      (await send('ping', {}, { headers: { 'x-hub-signature-256': 'sha256=00' } })).text,
      server().logs.join(''),
      await dump(server().databaseUrl),
    ]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 30));
      expect(text).not.toContain(Buffer.from(SECRET).toString('hex'));
    }
  });
});
