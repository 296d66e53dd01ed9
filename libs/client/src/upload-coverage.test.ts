import { describe, expect, test } from 'vitest';
import { noWaiting, problem, scripted } from '../test/scripted-server.ts';
import type { Step } from '../test/scripted-server.ts';
import { createClient } from './create-client.ts';
import { uploadCoverage } from './upload-coverage.ts';

const parameters = { workload: 'my-team', repository: 'acme/shop api', commit: 'abcdef0', branch: undefined };
const done: Step = { body: { received: 1, format: 'lcov', files: 1 } };
const busy: Step = { status: 503, body: problem(503, 'unavailable') };
const stream = (text: string) => new Blob([text]).stream() as ReadableStream<Uint8Array>;

describe('uploadCoverage', () => {
  test('sends the report as it is over REST, with the client’s token, and again after a passing failure', async () => {
    await using server = await scripted(busy, 'drop', done);
    const client = createClient({ url: `${server.url}/`, token: 'abc', retry: noWaiting().retry });
    const report = new TextEncoder().encode('SF:ä\n');
    expect((await uploadCoverage(client, parameters, report)).format).toBe('lcov');
    expect(server.received).toHaveLength(3);
    expect(server.received[2]).toMatchObject({
      method: 'POST',
      path: '/api/coverage?workload=my-team&repository=acme%2Fshop+api&commit=abcdef0',
      body: 'SF:ä\n',
      headers: { authorization: 'Bearer abc', 'content-type': 'text/plain; charset=utf-8' },
    });
  });

  test('takes a stream, once', async () => {
    await using server = await scripted(done, busy);
    const options = { url: server.url, retry: noWaiting().retry };
    await uploadCoverage(options, parameters, stream('SF:a\n'.repeat(50_000)));
    expect(server.received[0]?.body).toHaveLength(250_000);
    await expect(uploadCoverage(options, parameters, stream('x'))).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(server.received).toHaveLength(2);
  });

  test('throws the problem of the answer', async () => {
    await using server = await scripted({ status: 400, body: problem(400, 'invalid-report') });
    await expect(uploadCoverage({ url: server.url }, parameters, 'x')).rejects.toMatchObject({
      code: 'invalid-report',
      status: 400,
      requestId: 'request-1',
    });
  });
});
