import type { Operation, Problem } from '@codemetrics/contracts';
import { operations } from '@codemetrics/contracts';
import type { Answer, CallOptions, TestServer } from './harness.ts';

export type Input = Readonly<Record<string, unknown>>;

/** Every operation by its tRPC path, such as `tokens.create`. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries(operations).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, Operation>).map(([verb, operation]) => [
      `${noun}.${verb}`,
      operation,
    ]),
  ),
);

const queryOf = (fields: readonly (readonly [string, unknown])[]): string =>
  fields.length === 0
    ? ''
    : `?${new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString()}`;

/** Calls an operation over REST, each field of its input where the contract puts it. */
export const callRest = (
  server: TestServer,
  path: string,
  input: Input,
  options: CallOptions = {},
): Promise<Answer> => {
  const operation = OPERATIONS.get(path)!;
  const { rawBody, query = [], headers = {}, allHeaders } = operation.rest ?? {};
  const inPath = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!));
  const url = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  const rest = Object.entries(input).filter(
    ([name]) =>
      !inPath.has(name) && name !== rawBody?.field && name !== allHeaders && headers[name] === undefined,
  );
  const isQuery = ([name]: readonly [string, unknown]): boolean =>
    !hasBody || rawBody !== undefined || query.includes(name);
  const sent = Object.entries(headers).flatMap(([field, name]) =>
    input[field] === undefined ? [] : [[name, String(input[field])] as const],
  );
  return server.call(operation.method, `/api${url}${queryOf(rest.filter(isQuery))}`, {
    ...(rawBody
      ? { body: String(input[rawBody.field]), type: rawBody.mediaTypes[0]! }
      : hasBody
        ? { json: Object.fromEntries(rest.filter((field) => !isQuery(field))) }
        : {}),
    ...options,
    headers: {
      ...Object.fromEntries(sent),
      ...(allHeaders === undefined ? {} : (input[allHeaders] as Record<string, string> | undefined)),
      ...options.headers,
    },
  });
};

/** Calls an operation over tRPC: a query by GET, a mutation by POST. */
export const callTrpc = (
  server: TestServer,
  path: string,
  input: unknown,
  options: CallOptions = {},
): Promise<Answer> =>
  OPERATIONS.get(path)!.kind === 'query'
    ? server.call('GET', `/trpc/${path}${queryOf([['input', JSON.stringify(input)]])}`, options)
    : server.call('POST', `/trpc/${path}`, { json: input, ...options });

/** The problem of a tRPC answer; undefined for a success. */
export const trpcProblem = (answer: Answer): Problem | undefined =>
  (answer.body as { error?: { data: { problem?: Problem } } }).error?.data.problem;
