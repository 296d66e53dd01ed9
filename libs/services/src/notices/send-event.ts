import { Webhook } from 'standardwebhooks';
import { openSecret } from '@codemetrics/auth';
import { OutboundError } from '@codemetrics/outbound';
import type { Deps } from '../deps.ts';

/** What is sent: one message, whose id stays the same however often it is sent. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What came of one attempt; `failure` null: the endpoint answered 2xx. Neither holds the URL or what was answered. */
export interface Attempt {
  readonly status: number | null;
  readonly failure: string | null;
}

/**
 * Sends an event to an endpoint once, signed as Standard Webhooks have it, within the time limit of calls outward.
 * @throws the reason of `signal`, and nothing else
 */
export const sendEvent = async (
  deps: Deps,
  endpoint: { readonly url: string; readonly sealed_secret: string },
  event: WebhookEvent,
  signal?: AbortSignal,
): Promise<Attempt> => {
  const { id, type, timestamp, data } = event;
  const body = JSON.stringify({ type, timestamp: timestamp.toISOString(), data });
  try {
    const at = deps.now();
    const signature = new Webhook(openSecret(deps.ring, endpoint.sealed_secret)).sign(id, at, body);
    const { status } = await deps.outbound.fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': `CodeMetrics/${deps.settings.version}`,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signature,
      },
      body,
      ...(signal ? { signal } : {}),
    });
    return { status, failure: status >= 200 && status < 300 ? null : `The endpoint answered ${status}.` };
  } catch (error) {
    if (error instanceof OutboundError) return { status: null, failure: error.message };
    if (signal?.aborted) throw error;
    deps.report(error);
    return { status: null, failure: 'The server could not send it; its log tells why.' };
  }
};
