import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to do with one request; `hang` never answers, `drop` breaks the connection, `cut` does so in mid-answer. */
export type Step =
  | 'hang'
  | 'drop'
  | 'cut'
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown };

/** A server that answers its requests from a script; the last step is for all that follow. */
export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

/** tRPC's answer to a call that went well. */
export const good = (data: unknown): Step => ({ body: { result: { data } } });

/** A problem document. */
export const problem = (status: number, code: string, errors?: unknown) => ({
  type: `/docs/problems#${code}`,
  title: code,
  status,
  detail: `detail of ${code}`,
  instance: 'request-1',
  code,
  ...(errors ? { errors } : {}),
});

/** tRPC's answer to a call that failed with a problem. */
export const bad = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
  errors?: unknown,
): Step => ({
  status,
  headers: { 'x-request-id': 'request-1', ...headers },
  body: {
    error: {
      message: `detail of ${code}`,
      code: -32000,
      data: { code: 'X', httpStatus: status, problem: problem(status, code, errors) },
    },
  },
});

/** Starts a server for one test: `await using server = await scripted(...)`. */
export const scripted = async (...steps: Step[]): Promise<ScriptedServer> => {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      const step = steps[Math.min(received.length, steps.length) - 1] ?? 'drop';
      if (step === 'hang') return;
      if (step === 'drop') return void request.socket.destroy();
      if (step === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"result":', () => request.socket.destroy());
        return;
      }
      const text = typeof step.body === 'string' ? step.body : JSON.stringify(step.body);
      response
        .writeHead(step.status ?? 200, { 'content-type': 'application/json', ...step.headers })
        .end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Retries without waiting; `waits` holds how long each would have been. */
export const noWaiting = (random = 0) => {
  const waits: number[] = [];
  return {
    waits,
    retry: {
      random: () => random,
      delay: (ms: number) => {
        waits.push(ms);
        return Promise.resolve();
      },
    },
  };
};
