import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Answer, TestServer } from './harness.ts';

type Json = Record<string, unknown>;

/** GitHub's own examples of what it sends. */
export const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  readonly name: string;
  readonly examples: readonly Json[];
}[];

/** One of GitHub's examples of an event, with fields of one of its objects replaced. */
export const example = (event: string, at = 0, object?: string, over: Json = {}): Json => {
  const whole = EXAMPLES.find(({ name }) => name === event)!.examples[at]!;
  return object === undefined
    ? { ...whole, ...over }
    : { ...whole, [object]: { ...(whole[object] as Json), ...over } };
};

export const sign = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

let deliveries = 0;

export interface Delivery {
  readonly secret: string;
  readonly event: string;
  readonly body: string;
  readonly id?: string;
  /** In place of what GitHub would send. */
  readonly headers?: Record<string, string>;
  readonly type?: string;
}

/** Sends an event as GitHub does. */
export const deliver = (server: TestServer, delivery: Delivery): Promise<Answer> =>
  server.call('POST', '/api/webhooks/github', {
    body: delivery.body,
    type: delivery.type ?? 'application/json',
    headers: {
      'x-github-event': delivery.event,
      'x-github-delivery': delivery.id ?? `delivery-${++deliveries}`,
      'x-hub-signature-256': sign(delivery.secret, delivery.body),
      ...delivery.headers,
    },
  });
