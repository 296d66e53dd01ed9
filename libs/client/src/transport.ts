import { CodeMetricsError } from './code-metrics-error.ts';
import type { CallOptions, ClientOptions, TokenSource } from './options.ts';
import { isRecord, readAnswer } from './read-answer.ts';
import type { Repeat } from './retry.ts';
import { retryPolicy, withRetries } from './retry.ts';

/** One POST to the server. */
export interface Outgoing {
  readonly url: string;
  readonly contentType: string;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly repeat: Repeat;
}

/** Sends to one server with one credential. */
export interface Transport {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** The JSON of the answer, after as many attempts as it takes. */
  readonly send: (outgoing: Outgoing, options?: CallOptions) => Promise<unknown>;
}

const currentToken = async (source: TokenSource | undefined): Promise<string | undefined> => {
  const token = (typeof source === 'function' ? await source() : source)?.trim();
  // Refused here, since a fetch would quote the whole header in its complaint.
  if (token !== undefined && !/^[\x21-\x7e]*$/.test(token))
    throw new TypeError('The token has characters that no token has.');
  return token === '' ? undefined : token;
};

/** A signal that fires when the caller's does or the time is up. */
const deadline = (ms: number, outer: AbortSignal | undefined) => {
  const controller = new AbortController();
  let timedOut = false;
  const onAbort = (): void => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, ms);
  outer?.addEventListener('abort', onAbort, { once: true });
  if (outer?.aborted) onAbort();
  return {
    signal: controller.signal,
    isTimedOut: () => timedOut,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    },
  };
};

const reasonOf = (error: unknown, token: string | undefined): string => {
  const cause = isRecord(error) ? error.cause : undefined;
  const code = isRecord(cause) ? (cause.code ?? cause.message) : undefined;
  const text = `${error instanceof Error ? error.message : 'fetch failed'}${code === undefined ? '' : ` (${String(code)})`}`;
  return token === undefined ? text : text.replaceAll(token, '[token]');
};

/** Makes the transport that every call of one client goes through. */
export const createTransport = (options: ClientOptions): Transport => {
  const { url, token: tokenSource, fetch: givenFetch } = options;
  if (/^[a-z]+:\/\/[^/]*@/i.test(url))
    throw new TypeError('The url must not carry a user name or a password.');
  const policy = retryPolicy(options.retry);
  const ownHeaders = new Headers(options.headers);
  const baseUrl = url.replace(/\/+$/, '');

  const attempt = async (outgoing: Outgoing, { signal, timeoutMs }: CallOptions): Promise<unknown> => {
    const token = await currentToken(tokenSource);
    const limitMs = timeoutMs ?? policy.attemptTimeoutMs;
    const limit = deadline(limitMs, signal);
    const headers = new Headers(ownHeaders);
    headers.set('accept', 'application/json');
    headers.set('content-type', outgoing.contentType);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const init = {
      method: 'POST',
      body: outgoing.body,
      headers,
      // With a token, a cookie that happens to be there must not have a say.
      credentials: token === undefined ? 'same-origin' : 'omit',
      // A redirected POST would arrive as a GET; the answer tells that the url is wrong.
      redirect: 'manual',
      signal: limit.signal,
      ...(outgoing.body instanceof ReadableStream ? { duplex: 'half' } : {}),
    };
    try {
      const send = givenFetch ?? globalThis.fetch;
      const response = await send(outgoing.url, init as Parameters<typeof send>[1]);
      return readAnswer(response, await response.text());
    } catch (error) {
      if (error instanceof CodeMetricsError) throw error;
      if (signal?.aborted) throw signal.reason;
      const where = baseUrl || 'the server';
      throw limit.isTimedOut()
        ? new CodeMetricsError('timeout', `No whole answer from ${where} within ${limitMs} ms.`)
        : new CodeMetricsError('network', `No answer from ${where}: ${reasonOf(error, token)}`);
    } finally {
      limit.clear();
    }
  };

  const send: Transport['send'] = (outgoing, callOptions = {}) =>
    withRetries(policy, outgoing.repeat, callOptions.signal, () => attempt(outgoing, callOptions));
  return { baseUrl, send };
};
