import { randomUUID } from 'node:crypto';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemCode } from '@codemetrics/contracts';
import { DomainError, PROBLEMS, toProblem } from '@codemetrics/contracts';

const BY_NODE_CODE: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

const answers = new WeakMap<Socket, ServerResponse>();

/** Remembers which answer a connection is at. */
export const noteAnswers = (server: Server): void =>
  void server.on('request', (request, response) => answers.set(request.socket, response));

/** Answers what could not even be read as a request, and so has no route, and ends the connection. */
export const answerUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (!socket.writable) return void socket.destroy();
  // A body that breaks off after its answer gets no second one: whoever reads would take that for the next answer.
  const answer = answers.get(socket);
  if (answer?.headersSent && !answer.req.complete) return void socket.end();
  const code = BY_NODE_CODE[error.code ?? ''] ?? 'malformed-body';
  const detail = code === 'malformed-body' ? 'This is not an HTTP request that can be read.' : undefined;
  const requestId = randomUUID();
  const body = JSON.stringify(toProblem(new DomainError(code, { detail }), requestId));
  const { status, title } = PROBLEMS[code];
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Connection: close',
      'Content-Type: application/problem+json; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `X-Request-Id: ${requestId}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
};
