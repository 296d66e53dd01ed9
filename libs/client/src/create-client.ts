import { createTRPCUntypedClient, httpLink } from '@trpc/client';
import type { AppRouter } from '@codemetrics/api';
import type { CallKind, CodeMetricsClient } from './calls.ts';
import { CALLS } from './calls.ts';
import { CodeMetricsError } from './code-metrics-error.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { isRecord } from './read-answer.ts';
import type { Transport } from './transport.ts';
import { createTransport } from './transport.ts';

const transports = new WeakMap<object, Transport>();

/** The transport of a client, or a new one for options. */
export const transportOf = (target: CodeMetricsClient | ClientOptions): Transport =>
  transports.get(target) ?? createTransport(target as ClientOptions);

const call = async (
  transport: Transport,
  path: string,
  kind: CallKind,
  input: unknown = {},
  options: CallOptions = {},
): Promise<unknown> => {
  let failure: { readonly error: unknown } | undefined;
  // A link of its own for each call costs two closures, and lets the transport know the call that it carries.
  const link = httpLink<AppRouter>({
    url: `${transport.baseUrl}/trpc`,
    methodOverride: 'POST',
    fetch: async (url, init) => {
      try {
        const json = await transport.send(
          {
            url: String(url),
            contentType: 'application/json',
            body: init?.body as string,
            repeat: kind === 'query' ? 'repeatable' : kind,
          },
          options,
        );
        if (!isRecord(json) || !isRecord(json.result))
          throw new CodeMetricsError(
            'unexpected-answer',
            'The answer is not one of this API; is the URL right?',
            {
              status: 200,
            },
          );
        return { ok: true, json: () => Promise.resolve(json) };
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
  });
  const trpc = createTRPCUntypedClient<AppRouter>({ links: [link] });
  try {
    return await (kind === 'query' ? trpc.query(path, input) : trpc.mutation(path, input));
  } catch (error) {
    // tRPC wraps what its fetch throws; callers get it as it was.
    throw failure ? failure.error : error;
  }
};

/**
 * A typed client of one server. Calls that may be repeated are, after failures that pass by themselves; those that
 * fail for good throw a `CodeMetricsError`.
 */
export const createClient = (options: ClientOptions): CodeMetricsClient => {
  const transport = createTransport(options);
  const nouns = Object.entries(CALLS).map(([noun, verbs]) => {
    const calls = Object.entries(verbs as Record<string, CallKind>).map(([verb, kind]) => [
      verb,
      (input?: unknown, callOptions?: CallOptions) =>
        call(transport, `${noun}.${verb}`, kind, input, callOptions),
    ]);
    return [noun, Object.fromEntries(calls) as unknown];
  });
  const client = Object.fromEntries(nouns) as CodeMetricsClient;
  transports.set(client, transport);
  return client;
};
