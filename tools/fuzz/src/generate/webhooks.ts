import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { Operation } from '../document/operation.ts';
import type { Draft } from './draft.ts';
import { WEBHOOK_EVENTS } from './webhook-events.ts';

/** The header that proves each source to be the sender, by the secret and the body. */
const PROOFS: Readonly<
  Record<string, (secret: string, body: string | Uint8Array) => Record<string, string>>
> = {
  github: (secret, body) => ({ 'x-hub-signature-256': `sha256=${hmac(secret, body)}` }),
  gitlab: (secret) => ({ 'x-gitlab-token': secret }),
  bitbucket: (secret, body) => ({ 'x-hub-signature': `sha256=${hmac(secret, body)}` }),
  jenkins: (secret) => ({ 'x-codemetrics-token': secret }),
  'azure-devops': (secret) => ({ authorization: `Basic ${Buffer.from(`jo:${secret}`).toString('base64')}` }),
  circleci: (secret, body) => ({ 'circleci-signature': `v1=${hmac(secret, body)}` }),
  cdevents: (secret) => ({ authorization: `Bearer ${secret}` }),
  opentelemetry: (secret) => ({ authorization: `Bearer ${secret}` }),
  pagerduty: (secret, body) => ({ 'x-pagerduty-signature': `v1=${hmac(secret, body)}` }),
  opsgenie: (secret) => ({ 'x-codemetrics-token': secret }),
  jira: (secret, body) => ({ 'x-hub-signature': `sha256=${hmac(secret, body)}` }),
};

const hmac = (secret: string, body: string | Uint8Array): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** The sources that a proof is known for. */
export const PROVEN_SOURCES: readonly string[] = Object.keys(PROOFS);

/** What a header can't carry: a generated call may have set such a secret. */
const UNSENDABLE = /[^\u0020-\u007e]/;

/** The headers that prove a delivery; none for a source that is not known. */
export const proofOf = (
  source: string,
  secret: string,
  body: string | Uint8Array,
): Record<string, string> => {
  const proof = PROOFS[source]?.(secret, body) ?? {};
  return Object.values(proof).some((value) => UNSENDABLE.test(value)) ? {} : proof;
};

/** Drafts of deliveries; the proof comes when they are sent, from the secret of that moment. */
export const webhookArbitrary = (operation: Operation): fc.Arbitrary<Draft> => {
  const parameter = operation.parameters.find(({ name }) => name === 'source');
  return fc
    .tuple(fc.constantFrom(...WEBHOOK_EVENTS), fc.constantFrom(...operation.bodies), fc.uuid())
    .map(([{ source, headers, payload }, { mediaType }, id]) => ({
      operation,
      arguments: parameter ? [{ parameter, value: source }] : [],
      body: { mediaType, json: payload },
      headers: { ...headers, 'x-github-delivery': id, 'x-gitlab-event-uuid': id, 'x-request-uuid': id },
    }));
};
