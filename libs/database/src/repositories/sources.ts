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

/** Stores a raw delivery, and counts it; false where its id was seen before, and then nothing changes. */
export const recordDelivery = async (db: Executor, delivery: WebhookDeliveriesTable): Promise<boolean> => {
  const row = await db
    .insertInto('webhook_deliveries')
    .values(delivery)
    .onConflict((oc) => oc.columns(['source', 'delivery_id']).doNothing())
    .returning('delivery_id')
    .executeTakeFirst();
  if (!row) return false;
  await sql`update sources set ${sql.ref(delivery.outcome)} = ${sql.ref(delivery.outcome)} + 1, last_delivery_at = ${delivery.received_at}
    where source = ${delivery.source}`.execute(db);
  return true;
};
