import type { Problem } from '@codemetrics/contracts';
import { CodeMetricsError } from './code-metrics-error.ts';

/** An object of which nothing more is known. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const field = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

const asProblem = (value: unknown): Problem | undefined =>
  isRecord(value) && typeof value.code === 'string' && typeof value.detail === 'string'
    ? (value as unknown as Problem)
    : undefined;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Seconds from a `Retry-After` of either form; a date is measured against the server's own clock if it is told. */
export const retryAfterSeconds = (headers: Headers): number | undefined => {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  // Date.parse takes a bare number for a year; an HTTP date begins with the name of a day.
  const until = /^[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((until - (Number.isNaN(sent) ? Date.now() : sent)) / 1000));
};

/** The JSON of a good answer; anything else is thrown as what it is. */
export const readAnswer = (response: Response, text: string): unknown => {
  const json = parse(text);
  if (response.ok && json !== undefined) return json;
  // tRPC wraps the problem in its error shape; REST sends it as the body.
  const shape = field(json, 'error');
  const problem = asProblem(field(field(shape, 'data'), 'problem')) ?? asProblem(json);
  const said = field(shape, 'message');
  const message =
    problem?.detail ??
    (typeof said === 'string' && said !== ''
      ? said
      : `The server answered ${response.status} with something that is not the API’s; is the URL right?`);
  throw new CodeMetricsError(problem?.code ?? 'unexpected-answer', message, {
    problem,
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    retryAfterSeconds: retryAfterSeconds(response.headers),
  });
};
