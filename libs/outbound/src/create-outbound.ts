import { Client } from 'undici';
import { checkTarget, forbidden, permits } from './check-target.ts';
import type { Lookup } from './guarded-lookup.ts';
import { guardedLookup, lookupBySystem } from './guarded-lookup.ts';
import { createAddressJudge } from './judge-address.ts';
import { OutboundError } from './outbound-error.ts';
import { ACCEPTED_CODINGS, readAnswer } from './read-answer.ts';

/** What bounds the calls to addresses that users configure. */
export interface OutboundOptions {
  /** Networks that may be called beyond the public internet, also by plain http. */
  readonly allowed: readonly string[];
  /** For the whole call, from the lookup to the last byte. Default 10 seconds. */
  readonly timeoutMs?: number;
  /** Of the answer, packed and unpacked. Default 1 MiB. */
  readonly maxBytes?: number;
  /** Default: the system's. */
  readonly lookup?: Lookup;
}

/** One call. */
export interface OutboundInit {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/** What came back, whatever its status: a redirect is an answer, and nobody follows it. */
export interface OutboundAnswer {
  readonly status: number;
  /** By their names in lower case; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Calls addresses that users configure, without letting them reach what only the server can. */
export interface Outbound {
  /**
   * Calls an address. It is judged by what is really connected to; each call has a connection of its own.
   * @throws OutboundError; or the reason of `signal`
   */
  fetch(url: string | URL, init?: OutboundInit): Promise<OutboundAnswer>;
  /**
   * Refuses at configuration time what `fetch` would refuse by the URL alone. A name is only judged when it is called.
   * @throws OutboundError
   */
  checkUrl(url: string | URL): void;
}

const headersOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat().join(', ')]),
  );

/** The one error for what went wrong on the way; of the cause only its code is told. */
const toOutboundError = (error: unknown): OutboundError => {
  if (error instanceof OutboundError) return error;
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? '');
  if (code === 'UND_ERR_INVALID_ARG')
    return new OutboundError('bad-url', 'The call can’t be made: its path or a header is malformed.');
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new OutboundError('too-large', 'The header of the answer is too large.');
  const shown = /^[A-Z0-9_]{1,60}$/.test(code) ? ` (${code})` : '';
  return new OutboundError('unreachable', `The host could not be reached, or it broke off${shown}.`);
};

/** @throws RangeError that names a malformed network */
export const createOutbound = (options: OutboundOptions): Outbound => {
  const { allowed, timeoutMs = 10_000, maxBytes = 1_048_576, lookup = lookupBySystem } = options;
  const judge = createAddressJudge(allowed);
  const check = (url: string | URL): URL => checkTarget(url, judge, allowed.length > 0);

  const connectionTo = ({ origin, protocol }: URL): Client =>
    new Client(origin, {
      connect: {
        // The call's own limit holds for the connecting too.
        timeout: 0,
        // Whatever the environment says of certificates.
        rejectUnauthorized: true,
        // A host that is an address is never looked up; the check of the URL has judged it.
        lookup: guardedLookup(
          lookup,
          (address) => permits(protocol, judge(address)),
          () => forbidden(protocol),
        ),
      },
      allowH2: false,
      maxCachedSessions: 0,
      maxHeaderSize: 16_384,
      useMilo: false,
    });

  const call = async (url: URL, init: OutboundInit, client: Client): Promise<OutboundAnswer> => {
    const answer = await client.request({
      method: init.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { 'accept-encoding': ACCEPTED_CODINGS, 'user-agent': 'CodeMetrics', ...init.headers },
      body: init.body ?? null,
      reset: true,
    });
    const headers = headersOf(answer.headers);
    return {
      status: answer.statusCode,
      headers,
      text: await readAnswer(answer.body, headers['content-encoding'], maxBytes),
    };
  };

  return {
    checkUrl: (url) => void check(url),
    fetch: async (target, init = {}) => {
      const url = check(target);
      init.signal?.throwIfAborted();
      const client = connectionTo(url);
      const timer = AbortSignal.timeout(timeoutMs);
      const signal = init.signal ? AbortSignal.any([timer, init.signal]) : timer;
      const ended = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
      try {
        // A request that waits for its connection doesn't hear its signal, so the end is awaited beside it.
        return await Promise.race([call(url, init, client), ended]);
      } catch (error) {
        if (init.signal?.aborted) throw init.signal.reason;
        if (timer.aborted)
          throw new OutboundError('timeout', `There was no whole answer within ${timeoutMs / 1000} seconds.`);
        throw toOutboundError(error);
      } finally {
        void client.destroy().catch(() => undefined);
      }
    },
  };
};
