import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { toProblem } from '@codemetrics/contracts';
import { overloaded, setPlace } from '@codemetrics/rest';

/** How many requests are worked on at once. */
export interface AdmissionLimits {
  readonly reading: number;
  /** Those with a body, counted once it has come. */
  readonly sending: number;
  /** Those whose body is on its way: they cost little but memory. */
  readonly arriving: number;
}

const BODYLESS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/** Within these a request’s head must have come, and a whole request, before its connection is ended. */
const HEADERS_MS = 20_000;
const CHECK_EVERY_MS = 5_000;

const refuse = (response: ServerResponse): void => {
  const requestId = randomUUID();
  const error = overloaded();
  const body = JSON.stringify(toProblem(error, requestId));
  response
    .writeHead(503, {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Retry-After': String(error.retryAfterSeconds),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
    })
    .end(body);
};

/** A body of at most so many bytes comes with its head or right behind it, unless its sender is slow. */
const SMALL_BYTES = 16_384;
const SMALL_COMES_WITHIN_MS = 50;

const isSmall = (request: IncomingMessage): boolean => {
  const length = Number(request.headers['content-length'] ?? NaN);
  return request.headers['transfer-encoding'] === undefined && !(length > SMALL_BYTES);
};

/** One of the places of a kind, given back at the latest with the answer. */
interface Place {
  leave(): void;
}

/**
 * Refuses at once what goes beyond the limits, before anything is done for it: those admitted are answered nearly as
 * fast as ever, and memory stays bounded. A request whose body is long in coming takes its place once the body has come,
 * so that slow senders keep nobody out. Probes are always answered.
 */
export const admitting = (limits: AdmissionLimits, handle: RequestListener): RequestListener => {
  const current = { reading: 0, sending: 0, arriving: 0 };
  const take = (kind: keyof AdmissionLimits, response: ServerResponse): Place | undefined => {
    if (current[kind] >= limits[kind]) return undefined;
    current[kind] += 1;
    let isHeld = true;
    const leave = (): void => {
      if (isHeld) current[kind] -= 1;
      isHeld = false;
    };
    response.once('close', leave);
    return { leave };
  };

  /** A place for what has a body: at once where the body is small, and only for as long as that keeps coming soon. */
  const takeWithBody = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (current.sending >= limits.sending || !take('arriving', response)) return false;
    let place = isSmall(request) ? take('sending', response) : undefined;
    const held = place;
    if (held) {
      const late = setTimeout(() => {
        if (request.complete) return;
        held.leave();
        place = undefined;
      }, SMALL_COMES_WITHIN_MS);
      response.once('close', () => clearTimeout(late));
    }
    setPlace(request, () => (place ??= take('sending', response)) !== undefined);
    return true;
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.startsWith('/api/health/')) return void handle(request, response);
    const isAdmitted = BODYLESS.has(request.method ?? '')
      ? take('reading', response) !== undefined
      : takeWithBody(request, response);
    if (isAdmitted) handle(request, response);
    else refuse(response);
  };
};

/** Time limits of the HTTP server. */
export interface ServerTimes {
  readonly requestMs: number;
  readonly keepAliveMs: number;
}

/** The HTTP server that admits requests. */
export const createHttpServer = (
  handle: RequestListener,
  limits: AdmissionLimits,
  { requestMs, keepAliveMs }: ServerTimes,
): Server =>
  createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      keepAliveTimeout: keepAliveMs,
      // Two Host headers, or none, could mean different things to a proxy and to us.
      requireHostHeader: true,
    },
    admitting(limits, handle),
  );
