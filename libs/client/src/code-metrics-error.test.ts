import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bad, good, problem, scripted } from '../test/scripted-server.ts';
import { CodeMetricsError, isProblem } from './code-metrics-error.ts';
import { createClient } from './create-client.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXBheWxvYWQ.c2lnbmF0dXJl';

const failure = async (call: Promise<unknown>): Promise<CodeMetricsError> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CodeMetricsError);
  return error as CodeMetricsError;
};

describe('failures', () => {
  test('carry the problem, its code, the request id and the wrong fields', async () => {
    const errors = [{ path: 'subject', message: 'is missing' }];
    await using server = await scripted(bad(400, 'invalid-input', {}, errors));
    const error = await failure(createClient({ url: server.url }).tokens.create({ subject: '' }));
    expect(error).toMatchObject({ code: 'invalid-input', status: 400, requestId: 'request-1', errors });
    expect(error.message).toBe('detail of invalid-input');
    expect(error.problem).toEqual(problem(400, 'invalid-input', errors));
    expect([
      isProblem(error),
      isProblem(error, 'conflict', 'invalid-input'),
      isProblem(error, 'conflict'),
    ]).toEqual([true, true, false]);
    expect(server.received).toHaveLength(1);
  });

  test.each([
    { status: 200, body: '<html>' },
    { status: 200, body: { hello: 'world' } },
    { status: 301, body: '', headers: { location: 'https://elsewhere.example/' } },
    { status: 404, body: 'not here' },
  ])('of an answer that is not the API’s: $status $body', async (step) => {
    await using server = await scripted(step);
    const error = await failure(createClient({ url: server.url, token: TOKEN }).session.get());
    expect(error).toMatchObject({
      code: 'unexpected-answer',
      status: step.status,
      problem: undefined,
      errors: [],
    });
    expect(server.received).toHaveLength(1);
  });

  test('of tRPC itself keep their words', async () => {
    await using server = await scripted({
      status: 404,
      body: { error: { message: 'No procedure', data: {} } },
    });
    const error = await failure(createClient({ url: server.url }).session.get());
    expect(error).toMatchObject({ code: 'unexpected-answer', message: 'No procedure', status: 404 });
  });

  test('never hold the token', async () => {
    await using server = await scripted(bad(401, 'credential-invalid'));
    const throwing = (): Promise<Response> =>
      Promise.reject(
        new TypeError(`header ${TOKEN}`, { cause: Object.assign(new Error(TOKEN), { code: TOKEN }) }),
      );
    const retry = { retries: 0 };
    const errors = [
      await failure(createClient({ url: server.url, token: TOKEN }).session.get()),
      await failure(createClient({ url: 'http://127.0.0.1:1', token: TOKEN, retry }).session.get()),
      await failure(createClient({ url: server.url, token: TOKEN, retry, fetch: throwing }).session.get()),
      await createClient({ url: server.url, token: `${TOKEN}\r\n${TOKEN}`, retry })
        .session.get()
        .catch((e: unknown) => e),
    ];
    expect(errors[1]).toMatchObject({ code: 'network', status: null, requestId: null });
    for (const error of errors) {
      expect(error).toBeInstanceOf(Error);
      const text =
        inspect(error, { depth: 10, showHidden: true }) + (error as Error).stack + JSON.stringify(error);
      expect(text).not.toContain(TOKEN);
    }
  });

  test('of a token function come as they are, after no request', async () => {
    await using server = await scripted(good(null));
    const gone = new Error('vault is sealed');
    const token = () => Promise.reject(gone);
    await expect(createClient({ url: server.url, token }).session.get()).rejects.toBe(gone);
    expect(server.received).toHaveLength(0);
  });

  test('a url with a password is refused without quoting it', () => {
    expect(() => createClient({ url: 'https://jo:hunter2@example.com' })).toThrow(
      /^(?!.*hunter2).*user name/,
    );
  });
});
