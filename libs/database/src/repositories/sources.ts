import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { WebhookDeliveriesTable } from '../tables/configuration.ts';

export const listSources = (db: Executor) => db.selectFrom('sources').selectAll().execute();

export const findSource = (db: Executor, source: string) =>
  db.selectFrom('sources').selectAll().where('source', '=', source).executeTakeFirst();

export const setSourceSecret = async (
  db: Executor,
  source: string,
  sealed: string,
  now: Date,
): Promise<void> => {
  await db
    .insertInto('sources')
    .values({ source, sealed_secret: sealed, updated_at: now, last_delivery_at: null })
    .onConflict((oc) => oc.column('source').doUpdateSet({ sealed_secret: sealed, updated_at: now }))
    .execute();
};

/** Stores a raw delivery; false where its id was seen before, and then nothing changes. One that failed comes anew. */
export const recordDelivery = async (db: Executor, delivery: WebhookDeliveriesTable): Promise<boolean> => {
  const failed = await db
    .deleteFrom('webhook_deliveries')
    .where('source', '=', delivery.source)
    .where('delivery_id', '=', delivery.delivery_id)
    .where('outcome', '=', 'failed')
    .returning('delivery_id')
    .executeTakeFirst();
  if (failed)
    await sql`update sources set failed = greatest(failed - 1, 0) where source = ${delivery.source}`.execute(
      db,
    );
  const row = await db
    .insertInto('webhook_deliveries')
    .values({ ...delivery, headers: sql`${JSON.stringify(delivery.headers)}::jsonb` })
    .onConflict((oc) => oc.columns(['source', 'delivery_id']).doNothing())
    .returning('delivery_id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Notes what became of a new delivery, and counts it. */
export const settleDelivery = async (
  db: Executor,
  delivery: Pick<WebhookDeliveriesTable, 'source' | 'delivery_id' | 'outcome' | 'received_at' | 'failure'>,
): Promise<void> => {
  await setOutcome(db, delivery);
  await sql`update sources set ${sql.ref(delivery.outcome)} = ${sql.ref(delivery.outcome)} + 1, last_delivery_at = ${delivery.received_at}
    where source = ${delivery.source}`.execute(db);
};

/** Where a page of deliveries goes on: after this one. */
export interface DeliveryPlace {
  readonly receivedAt: string;
  readonly deliveryId: string;
}

export type ListedDelivery = WebhookDeliveriesTable & { readonly place: string };

/** Raw deliveries in the order in which they arrived. */
export const listDeliveries = async (
  db: Executor,
  filter: {
    readonly source: string;
    readonly start?: Date | undefined;
    readonly end?: Date | undefined;
    readonly outcome?: string | undefined;
    readonly after?: DeliveryPlace | undefined;
    readonly limit: number;
  },
): Promise<ListedDelivery[]> => {
  const parts = [
    sql`source = ${filter.source}`,
    filter.start === undefined ? undefined : sql`received_at >= ${filter.start}`,
    filter.end === undefined ? undefined : sql`received_at < ${filter.end}`,
    filter.outcome === undefined ? undefined : sql`outcome = ${filter.outcome}`,
    filter.after === undefined
      ? undefined
      : sql`(received_at, delivery_id) > (${filter.after.receivedAt}::timestamptz, ${filter.after.deliveryId})`,
  ].filter((part) => part !== undefined);
  const { rows } = await sql<ListedDelivery>`
    select *, received_at::text as place from webhook_deliveries where ${sql.join(parts, sql` and `)}
    order by received_at, delivery_id limit ${filter.limit}`.execute(db);
  return rows;
};

type Outcome = Pick<WebhookDeliveriesTable, 'source' | 'delivery_id' | 'outcome' | 'failure'>;

const setOutcome = async (
  db: Executor,
  { source, delivery_id, outcome, failure }: Outcome,
): Promise<void> => {
  await db
    .updateTable('webhook_deliveries')
    .set({ outcome, failure })
    .where('source', '=', source)
    .where('delivery_id', '=', delivery_id)
    .execute();
};

/** Notes what became of a delivery when it was mapped anew, and counts it there. */
export const setDeliveryOutcome = async (db: Executor, delivery: Outcome): Promise<void> => {
  const before = await db
    .selectFrom('webhook_deliveries')
    .select('outcome')
    .where('source', '=', delivery.source)
    .where('delivery_id', '=', delivery.delivery_id)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return;
  await setOutcome(db, delivery);
  if (before.outcome === delivery.outcome) return;
  const [from, to] = [sql.ref(before.outcome), sql.ref(delivery.outcome)];
  await sql`update sources set ${from} = greatest(${from} - 1, 0), ${to} = ${to} + 1
    where source = ${delivery.source}`.execute(db);
};
