import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { schemaValidator } from '../check/schema-validator.ts';
import { resolverOf } from '../document/json-schema.ts';
import { operationsOf } from '../document/operation.ts';
import { SMALL_DOCUMENT } from '../document/small-document.ts';
import type { Call } from '../generate/call.ts';
import { callArbitrary } from '../generate/call-arbitrary.ts';
import { validValues } from '../generate/schema-arbitrary.ts';
import { examiner } from './examiner.ts';
import { callSource } from './smallest-call.ts';

const operations = operationsOf(SMALL_DOCUMENT);
const resolve = resolverOf(SMALL_DOCUMENT.components!.schemas!);
const source = callSource(callArbitrary(operations, operations, validValues(resolve, new Map()), resolve));
let server: ReturnType<typeof createServer> | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve)));

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const problem = (status: number, code: string, over: Record<string, unknown> = {}): Reply => ({
  status,
  type: 'application/problem+json',
  body: { status, code, instance: 'r1', ...over },
});

/** A server with this one behaviour; all else it refuses as the document says. */
const plant = async (reply: (request: IncomingMessage) => Reply | undefined): Promise<string> => {
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { status, type, body, headers } = reply(request) ?? problem(400, 'invalid-input');
    response.writeHead(status, {
      'x-request-id': 'r1',
      ...(type ? { 'content-type': type } : {}),
      ...headers,
    });
    response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    request.resume();
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const examine = (url: string) =>
  examiner({
    operations,
    validate: schemaValidator(SMALL_DOCUMENT),
    target: { url, credential: () => undefined, secretOf: () => undefined },
    canaries: { secrets: ['the-secret'], hidden: 'canary1', limited: new Set(['limited-session']) },
  });

const call: Call = {
  ...{
    operation: 'getThing',
    kind: 'valid',
    what: '',
    credential: 'limited-session',
    method: 'GET',
    target: '/api/things/a',
  },
  ...{ headers: {}, body: undefined, isChunked: false, provenAs: undefined },
};
const ok = (body: unknown): Reply => ({ status: 200, type: 'application/json', body });

test.each<[string, Reply, string[]]>([
  ['a documented success', ok({ id: 'a', kind: 'round' }), []],
  ['a documented problem', problem(404, 'thing-gone'), []],
  ['500', problem(500, 'internal'), ['status 500']],
  ['503, though it is a problem', problem(503, 'unavailable'), ['status 503']],
  ['an undocumented status', problem(409, 'conflict'), ['undocumented status 409']],
  ['an undocumented success', ok({ id: 'a' }), []],
  ['an undocumented code', problem(404, 'invalid-input'), ['undocumented code invalid-input with 404']],
  [
    'no code',
    problem(404, 'x', { code: undefined }),
    ['404 does not fit its schema', 'undocumented code undefined with 404'],
  ],
  [
    'another content type',
    { status: 200, type: 'text/html', body: '<a>' },
    ['undocumented content type text/html with 200'],
  ],
  ['no content type', { status: 200, body: '{}' }, ['undocumented content type none with 200']],
  ['a missing field', ok({ kind: 'round' }), ['200 does not fit its schema']],
  ['a field too much', ok({ id: 'a', more: 1 }), ['200 does not fit its schema']],
  ['a word that is none', ok({ id: 'a', kind: 'oval' }), ['200 does not fit its schema']],
  ['what is no JSON', { status: 200, type: 'application/json', body: '{' }, ['a body that is no JSON']],
  [
    'a problem of another status',
    problem(404, 'not-found', { status: 400 }),
    ['a problem of another status'],
  ],
  [
    'a problem of another request',
    problem(404, 'not-found', { instance: 'r2' }),
    ['an instance that is not the request id'],
  ],
  ['a secret', ok({ id: 'a', kind: 'the-secret' }), ['200 does not fit its schema', 'a secret in an answer']],
  ['a row of others', problem(404, 'not-found', { detail: 'canary1' }), ['a row of others']],
])('%s is judged rightly', async (_what, reply, kinds) => {
  const { faults } = await examine(await plant(() => reply))(call);
  expect(faults.map(({ kind }) => kind)).toEqual(kinds);
});

test.each<[string, Partial<Call>, Reply, string[]]>([
  ['a body with 204', { method: 'DELETE' }, { status: 204 }, []],
  ['405', { method: 'PUT' }, { ...problem(405, 'method-not-allowed'), headers: { allow: 'GET' } }, []],
  ['405 without Allow', { method: 'PUT' }, problem(405, 'method-not-allowed'), ['405 without Allow']],
  [
    'a method that is taken though it is not described',
    { method: 'PUT' },
    ok({}),
    ['status 200 where there is no such operation'],
  ],
  ['an address that is nothing', { target: '/api/none' }, problem(404, 'not-found'), []],
  [
    'an address that should be nothing',
    { target: '/api/none' },
    ok({}),
    ['status 200 where there is no such operation'],
  ],
  ['OPTIONS', { method: 'OPTIONS' }, { status: 204 }, []],
])('%s is judged rightly, whatever the address', async (_what, over, reply, kinds) => {
  const { faults } = await examine(await plant(() => reply))({ ...call, ...over });
  expect(faults.map(({ kind }) => kind)).toEqual(kinds);
});

test('no answer at all is a fault', async () => {
  const url = await plant(() => undefined);
  server!.removeAllListeners('request').on('request', (request: IncomingMessage) => request.socket.destroy());
  expect((await examine(url)(call)).faults.map(({ kind }) => kind)).toEqual(['no answer']);
});

test('a failure that only one value brings about is found by generated calls, and made small', async () => {
  const url = await plant(({ url: target = '', method }) =>
    method === 'GET' && /[?&]limit=0(?:&|$)/.test(target) ? problem(500, 'internal') : undefined,
  );
  const judge = examine(url);
  const fails = async (one: Call): Promise<boolean> =>
    (await judge(one)).faults.some(({ kind }) => kind === 'status 500');
  const calls = await source.sample(1, 3000);
  const results = await Promise.all(calls.map(fails));
  const index = results.indexOf(true);
  expect(index).toBeGreaterThanOrEqual(0);
  const smallest = await source.smallest(1, index, fails);
  expect(smallest!.target).toMatch(/^\/api\/things\/[^?]*\?limit=0$/);
});
