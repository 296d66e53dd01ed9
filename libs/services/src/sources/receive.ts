import { createHash } from 'node:crypto';
import { openSecret } from '@codemetrics/auth';
import type { JsonShape } from '@codemetrics/contracts';
import { DomainError, refuseHeavyJson } from '@codemetrics/contracts';
import type { WebhookDeliveriesTable } from '@codemetrics/database';
import { findSource, recordDelivery, settleDelivery } from '@codemetrics/database';
import type { Delivery, WebhookSource } from '@codemetrics/sources';
import { WEBHOOK_SOURCES } from '@codemetrics/sources';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { applyRows } from './apply-rows.ts';

/** No provider sends nearly as much; whoever knows a secret must not hold up all others by what is slow to parse. */
const DELIVERY_SHAPE: JsonShape = { depth: 100, values: 500_000, entryValues: 500_000, fields: 10_000 };

const parse = (body: string): unknown => {
  refuseHeavyJson(body, DELIVERY_SHAPE);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new DomainError('malformed-body', {
      detail: 'The body is not JSON. Set the webhook’s content type to application/json.',
    });
  }
};

/** Two deliveries without an id are the same where their bodies are. */
const digestOf = (body: string): string =>
  `sha256-${createHash('sha256').update(body).digest('hex').slice(0, 40)}`;

/** The headers that a replay needs; those with a secret are not among them. */
const keptHeaders = (source: WebhookSource, delivery: Delivery): Record<string, string> =>
  Object.fromEntries(
    source.headers.flatMap((name) => {
      const value = delivery.headers[name];
      return value === undefined ? [] : [[name, value.replaceAll('\u0000', '').toWellFormed()]];
    }),
  );

/** Maps a delivery. One that can't be is kept with the reason, to be looked at and mapped anew; its sender is told. */
const mapOrKeep = async <T>(
  deps: Deps,
  raw: Omit<WebhookDeliveriesTable, 'outcome'>,
  map: () => T,
): Promise<T> => {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const failed = { ...raw, outcome: 'failed', failure: error.detail ?? error.code } as const;
    await inTransaction(deps, async (tx) => {
      if (await recordDelivery(tx, failed)) await settleDelivery(tx, failed);
    });
    throw error;
  }
};

export const receiveWebhook: Verb<'sources', 'receive'> = async (deps, _actor, input) => {
  const source = WEBHOOK_SOURCES[input.source];
  const delivery: Delivery = { headers: input.headers, body: input.body };
  const row = await findSource(deps.db, input.source);
  // No secret set and a wrong signature answer alike: the outside learns nothing of the configuration.
  const secret = row?.sealed_secret ? openSecret(deps.ring, row.sealed_secret) : undefined;
  if (secret === undefined || !source.verify(secret, delivery)) throw new DomainError('signature-invalid');
  const payload = parse(input.body);
  const { event, deliveryId } = source.head(delivery, payload);
  const raw = {
    source: input.source,
    delivery_id: deliveryId ?? digestOf(input.body),
    event,
    received_at: deps.now(),
    body: input.body.replaceAll('\u0000', ''),
    headers: keptHeaders(source, delivery),
    failure: null,
  };
  const mapped = await mapOrKeep(deps, raw, () => source.map(event, payload, delivery.headers));
  return inTransaction(deps, async (tx) => {
    // Recorded first: of two deliveries of one id that come at once, the second waits here and changes nothing.
    if (!(await recordDelivery(tx, { ...raw, outcome: 'ignored' })))
      return { outcome: 'duplicate' as const, event, created: 0, updated: 0, unchanged: 0 };
    const applied = await applyRows(deps, tx, input.source, mapped);
    await settleDelivery(tx, { ...raw, outcome: applied.outcome });
    return { ...applied, event };
  });
};
