import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useServer } from './harness.ts';

const server = useServer();
beforeAll(() => server().createWorkload('my-team'));

const KIB = 1024;
const UPLOAD = '?workload=my-team&repository=acme/shop-api&commit=abcdef1';
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterAll(() => agent.destroy());

/** Over one connection; gives the status and the port that it came from, which tells connections apart. */
const call = (method: string, path: string, headers: Record<string, string>, body?: string | Uint8Array) =>
  new Promise<{ status: number; port: number }>((resolve, reject) => {
    const { hostname, port } = new URL(server().url);
    const sent = request({ agent, hostname, port, method, path, headers, timeout: 5000 }, (answer) => {
      const from = answer.socket.localPort!;
      answer.resume().on('end', () => resolve({ status: answer.statusCode!, port: from }));
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject);
    sent.end(body);
  });

/** What is refused at its beginning, while most of it is still to come. */
const refused: readonly (readonly [what: string, path: string, type: string, body: string | Uint8Array])[] = [
  ['a report of no known format', `/api/coverage${UPLOAD}`, 'text/plain', '<a>'.repeat(300 * KIB)],
  ['a report that is no JUnit XML', `/api/tests${UPLOAD}`, 'application/xml', '<a>'.repeat(300 * KIB)],
  ['a report that is no SARIF', `/api/vulnerabilities${UPLOAD}`, 'application/json', '<a>'.repeat(300 * KIB)],
  [
    'a packed report',
    `/api/tests${UPLOAD}`,
    'application/xml',
    gzipSync('<a>'.repeat(300 * KIB), { level: 0 }),
  ],
];

test.each(refused)('the connection serves on after the refusal of %s', async (_what, path, type, body) => {
  const authorization = `Bearer ${server().admin}`;
  for (let round = 0; round < 5; round++) {
    const packed: Record<string, string> = typeof body === 'string' ? {} : { 'content-encoding': 'gzip' };
    const length = String(Buffer.byteLength(body));
    const headers = { authorization, 'content-type': type, 'content-length': length, ...packed };
    const upload = await call('POST', path, headers, body);
    expect(upload.status).toBe(400);
    const next = await call('GET', '/api/session', { authorization });
    expect(next).toEqual({ status: 200, port: upload.port });
  }
});

test('nor does a refusal without a credential hold up what comes after it', async () => {
  const body = '<a>'.repeat(300 * KIB);
  const headers = { 'content-type': 'text/plain', 'content-length': String(body.length) };
  expect((await call('POST', `/api/coverage${UPLOAD}`, headers, body)).status).toBe(401);
  expect((await call('GET', '/api/session', { authorization: `Bearer ${server().admin}` })).status).toBe(200);
});
