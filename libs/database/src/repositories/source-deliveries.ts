import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { WebhookDeliveriesTable } from '../tables/configuration.ts';
import type { DeliveryPlace, ListedDelivery } from './sources.ts';

/** A delivery without what was sent. */
export type DeliveryHead = Omit<ListedDelivery, 'body' | 'headers'> & { readonly body_bytes: number };

export interface DeliveryFilter {
  readonly source: string;
  readonly outcome?: WebhookDeliveriesTable['outcome'] | undefined;
  readonly event?: string | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  readonly before?: DeliveryPlace | undefined;
  readonly limit: number;
}

/** Deliveries newest first, without their bodies, which may be large. */
export const listDeliveryHeads = async (db: Executor, filter: DeliveryFilter): Promise<DeliveryHead[]> => {
  const parts = [
    sql`source = ${filter.source}`,
    filter.outcome === undefined ? undefined : sql`outcome = ${filter.outcome}`,
    filter.event === undefined ? undefined : sql`event = ${filter.event}`,
    filter.start === undefined ? undefined : sql`received_at >= ${filter.start}`,
    filter.end === undefined ? undefined : sql`received_at < ${filter.end}`,
    filter.before === undefined
      ? undefined
      : sql`(received_at, delivery_id) < (${filter.before.receivedAt}::timestamptz, ${filter.before.deliveryId})`,
  ].filter((part) => part !== undefined);
  const { rows } = await sql<DeliveryHead>`
    select source, delivery_id, event, received_at, outcome, failure, octet_length(body) as body_bytes,
      received_at::text as place
    from webhook_deliveries where ${sql.join(parts, sql` and `)}
    order by received_at desc, delivery_id desc limit ${filter.limit}`.execute(db);
  return rows;
};

/** One delivery with the first characters of its body. */
export const findDelivery = (db: Executor, source: string, deliveryId: string, mostCharacters: number) =>
  db
    .selectFrom('webhook_deliveries')
    .select(['source', 'delivery_id', 'event', 'received_at', 'outcome', 'failure', 'headers'])
    .select([
      sql<string>`left(body, ${mostCharacters})`.as('body'),
      sql<number>`octet_length(body)`.as('body_bytes'),
      sql<boolean>`char_length(body) > ${mostCharacters}`.as('truncated'),
    ])
    .where('source', '=', source)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst();

/** One delivery as it came. */
export const findWholeDelivery = (
  db: Executor,
  source: string,
  deliveryId: string,
): Promise<WebhookDeliveriesTable | undefined> =>
  db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('source', '=', source)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst();
