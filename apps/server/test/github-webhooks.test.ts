import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { Delivery } from './github-kit.ts';
import { deliver, example, EXAMPLES, sign } from './github-kit.ts';
import { useServer } from './harness.ts';

const SECRET = 'a-long-webhook-secret';
const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, json });
const send = (event: string, content: unknown, over: Partial<Delivery> = {}) =>
  deliver(server(), { secret: SECRET, event, body: JSON.stringify(content), ...over });
const github = async () => (await admin('GET', '/api/sources')).body.sources[0];
const runsOf = async (workload: string) =>
  (await admin('GET', `/api/pipeline/runs?workload=${workload}`)).body.runs as Record<string, unknown>[];
const listing = (name: string) => ({ repositoryGroups: [{ name: 'all', repositories: [{ name }] }] });
/** A completed run, as GitHub tells it. */
const RUN = example('workflow_run', 1);

beforeAll(async () => {
  await admin('PUT', '/api/sources/github', { secret: SECRET });
  await server().createWorkload('octo', listing('octo-org/octo-repo'));
});

describe('POST /api/webhooks/github', () => {
  test('202: a workflow run shows up among the runs of each workload that lists its repository', async () => {
    await server().createWorkload('octo-too', listing('octo-org/octo-*'));
    const { status, body } = await send('workflow_run', RUN);
    expect([status, body]).toEqual([
      202,
      { outcome: 'stored', event: 'workflow_run', created: 2, updated: 0, unchanged: 0 },
    ]);
    for (const workload of ['octo', 'octo-too']) {
      const [run, ...others] = await runsOf(workload);
      expect(others).toEqual([]);
      expect(run).toMatchObject({
        externalId: '289782451',
        source: 'github',
        workload,
        repository: 'octo-org/octo-repo',
        status: 'completed',
        conclusion: 'success',
        attempt: 1,
      });
    }
  });

  test('202: a run goes from queued to its end, and a late message does not set it back', async () => {
    const told = (over: Record<string, unknown>) =>
      send('workflow_run', example('workflow_run', 1, 'workflow_run', { id: 77, ...over }));
    await told({ status: 'queued', conclusion: null });
    expect((await told({ status: 'completed', conclusion: 'failure' })).body).toMatchObject({ updated: 2 });
    expect((await told({ status: 'in_progress', conclusion: null })).body).toMatchObject({ unchanged: 2 });
    const run = (await runsOf('octo')).find(({ externalId }) => externalId === '77');
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
  });

  test('202: a delivery that was seen before changes nothing, whatever is in it now', async () => {
    const first = await send('workflow_run', example('workflow_run', 1, 'workflow_run', { id: 88 }), {
      id: 'again',
    });
    expect(first.body).toMatchObject({ outcome: 'stored' });
    const [before, runs] = [await github(), await runsOf('octo')];
    for (const id of [88, 89]) {
      const content = example('workflow_run', 1, 'workflow_run', { id, conclusion: 'failure' });
      const answer = await send('workflow_run', content, { id: 'again' });
      expect([answer.status, answer.body.outcome]).toEqual([202, 'duplicate']);
    }
    expect(await github()).toEqual(before);
    expect(await runsOf('octo')).toEqual(runs);
  });

  test('202: an unknown event is ignored, one of a repository that nobody lists is unmatched; both are counted', async () => {
    const { deliveries } = await github();
    expect((await send('star', example('star'))).body).toMatchObject({ outcome: 'ignored', created: 0 });
    expect((await send('no_such_event', { x: 1 })).body).toMatchObject({ outcome: 'ignored' });
    expect((await send('push', example('push', 4))).body).toMatchObject({ outcome: 'unmatched', created: 0 });
    expect((await github()).deliveries).toEqual({
      ...deliveries,
      ignored: deliveries.ignored + 2,
      unmatched: deliveries.unmatched + 1,
    });
    expect((await github()).lastDelivery).toMatch(/Z$/);
  });

  test('202: gzip and a charset are taken; the signature is of the unpacked body', async () => {
    const body = JSON.stringify({ zen: 'Grüße' });
    const packed = gzipSync(body);
    const { call } = server();
    const answer = await call('POST', '/api/webhooks/github', {
      body: packed,
      type: 'application/json; charset=utf-8',
      headers: {
        'content-encoding': 'gzip',
        'x-github-event': 'ping',
        'x-github-delivery': 'packed',
        'x-hub-signature-256': sign(SECRET, body),
      },
    });
    expect(answer.status, answer.text).toBe(202);
  });

  test('401: a signature of another secret, of another body, of another kind, or none; nothing is stored', async () => {
    const before = await github();
    const body = JSON.stringify(example('workflow_run', 1, 'workflow_run', { id: 99 }));
    const right = sign(SECRET, body);
    for (const signature of [
      sign('another-long-secret', body),
      sign(SECRET, `${body} `),
      right.replace('sha256=', 'sha1='),
      right.replace('sha256=', ''),
      right.slice(0, -1),
      `${right}00`,
      'sha256=',
      '',
    ]) {
      const answer = await send('workflow_run', JSON.parse(body), {
        headers: { 'x-hub-signature-256': signature },
      });
      expectProblem(answer, 401, 'signature-invalid');
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    const headers = { 'x-github-event': 'workflow_run', 'x-github-delivery': 'unsigned' };
    const unsigned = { body, type: 'application/json', headers };
    expectProblem(await server().call('POST', '/api/webhooks/github', unsigned), 401, 'signature-invalid');
    // A good credential is no signature.
    const token = server().admin;
    expectProblem(
      await server().call('POST', '/api/webhooks/github', { ...unsigned, token }),
      401,
      'signature-invalid',
    );
    expect(await github()).toEqual(before);
  });

  test('400: a signed body that is no JSON, or lacks what the event is made of; sent rightly, it is taken', async () => {
    for (const body of ['{', '', 'payload=%7B%7D'])
      expectProblem(await send('push', null, { body, id: 'mended' }), 400, 'malformed-body');
    const problem = expectProblem(await send('workflow_run', {}, { id: 'mended' }), 400, 'malformed-body');
    expect(problem.detail).toContain('repository');
    expect((await send('workflow_run', RUN, { id: 'mended' })).body.outcome).toBe('stored');
  });

  test('413, 400: a signed body that is heavy to parse is not parsed', async () => {
    const raw = (body: string) => deliver(server(), { secret: SECRET, event: 'ping', body });
    expectProblem(await raw(`{"a":[${'0,'.repeat(600_000)}0]}`), 413, 'payload-too-large');
    expectProblem(await raw(`{${'"a":1,'.repeat(20_000)}"a":1}`), 413, 'payload-too-large');
    expectProblem(await raw('{"a":'.repeat(101)), 400, 'malformed-body');
  });

  test('202: without an event it is only counted, without a delivery id its body tells it apart', async () => {
    expect((await send('ping', {}, { headers: { 'x-github-event': '' } })).body).toMatchObject({
      outcome: 'ignored',
      event: 'unknown',
    });
    const without = () => send('ping', { zen: 'without an id' }, { headers: { 'x-github-delivery': '' } });
    expect([(await without()).body.outcome, (await without()).body.outcome]).toEqual([
      'ignored',
      'duplicate',
    ]);
  });

  test('415: as a form, as GitHub sends by default', async () => {
    const type = 'application/x-www-form-urlencoded';
    expectProblem(await send('ping', {}, { body: 'payload=%7B%7D', type }), 415, 'unsupported-media-type');
  });

  test('202: every one of GitHub’s own examples is taken', async () => {
    await server().createWorkload('codertocat', listing('Codertocat/*'));
    const outcomes = new Map<string, Set<string>>();
    for (const { name, examples } of EXAMPLES)
      for (const content of examples) {
        const answer = await send(name, content);
        expect(answer.status, `${name}: ${answer.text}`).toBe(202);
        outcomes.set(name, (outcomes.get(name) ?? new Set()).add(answer.body.outcome as string));
      }
    for (const name of ['workflow_run', 'deployment_status', 'pull_request', 'push'])
      expect([...outcomes.get(name)!], name).toContain('stored');
    expect([...outcomes.get('star')!]).toEqual(['ignored']);
  });
});
