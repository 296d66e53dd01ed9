import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';
import type { Call } from '../generate/call.ts';
import { proofOf } from '../generate/webhooks.ts';

/** What came back, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Where calls go, and with which credentials. */
export interface Target {
  readonly url: string;
  /** The header that carries a credential; undefined for none. */
  readonly credential: (name: string) => Readonly<Record<string, string>> | undefined;
  /** The present secret of a webhook source. */
  readonly secretOf: (source: string) => string | undefined;
}

const TIMEOUT_MS = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

const bodyHeaders = (call: Call): Record<string, string> => {
  if (call.body === undefined) return {};
  return call.isChunked
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': String(Buffer.byteLength(call.body)) };
};

/** All headers of a call but its credential. */
export const plainHeaders = (call: Call): Record<string, string> => ({
  ...call.headers,
  ...bodyHeaders(call),
});

const sendOnce = (target: Target, call: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const secret = call.provenAs === undefined ? undefined : target.secretOf(call.provenAs);
    const sent = request(
      {
        agent,
        hostname: new URL(target.url).hostname,
        port: new URL(target.url).port,
        method: call.method,
        path: call.target,
        headers: {
          ...plainHeaders(call),
          ...target.credential(call.credential),
          ...(secret === undefined ? {} : proofOf(call.provenAs!, secret, call.body ?? '')),
        },
        timeout: TIMEOUT_MS,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    sent.on('error', reject);
    sent.end(call.body);
  });

/** A connection that the server had just closed for being idle is no answer; nor is one that it closed to end an earlier call. */
const wasStale = (error: unknown): boolean =>
  ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Sends a call and reads its answer. Throws where there is none, of two tries at most. */
export const sendCall = async (target: Target, call: Call): Promise<Answer> => {
  try {
    return await sendOnce(target, call);
  } catch (error) {
    if (!wasStale(error)) throw error;
    return sendOnce(target, call);
  }
};
