import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { NoticeWebhooksTable } from '../tables/notices.ts';

/** An endpoint with who made it and how its deliveries stand. */
export type NoticeWebhookRow = Selectable<NoticeWebhooksTable> & {
  readonly creator: string | null;
  readonly waiting: number;
  readonly delivered: number;
  readonly given_up: number;
};

const select = (db: Executor) =>
  db
    .selectFrom('notice_webhooks as w')
    .leftJoin('users as u', 'u.user_id', 'w.created_by')
    .leftJoinLateral(
      sql<{ waiting: number; delivered: number; given_up: number }>`(
        select count(*) filter (where delivered_at is null and given_up_at is null) as waiting,
          count(delivered_at) as delivered, count(given_up_at) as given_up
        from notice_deliveries d where d.webhook_id = w.webhook_id)`.as('c'),
      (join) => join.onTrue(),
    )
    .selectAll('w')
    .select(['u.username as creator', 'c.waiting', 'c.delivered', 'c.given_up'])
    .$narrowType<{ waiting: number; delivered: number; given_up: number }>();

/** Every endpoint, the oldest first. */
export const listNoticeWebhooks = (db: Executor): Promise<NoticeWebhookRow[]> =>
  select(db).orderBy('w.created_at').orderBy('w.webhook_id').execute();

export const findNoticeWebhook = (db: Executor, webhookId: string): Promise<NoticeWebhookRow | undefined> =>
  select(db).where('w.webhook_id', '=', webhookId).executeTakeFirst();

/** How many there are; held until the transaction ends, so that two calls at once can't each see room for one more. */
export const countNoticeWebhooks = async (db: Executor): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('codemetrics notice webhooks'))`.execute(db);
  const row = await db
    .selectFrom('notice_webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

export const insertNoticeWebhook = async (
  db: Executor,
  webhook: Insertable<NoticeWebhooksTable>,
): Promise<void> => {
  await db.insertInto('notice_webhooks').values(webhook).execute();
};

/** @returns whether there was such an endpoint */
export const deleteNoticeWebhook = async (db: Executor, webhookId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('notice_webhooks')
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return numDeletedRows > 0;
};

/** Notes what came of an attempt; `failure` null: it went well. */
export const noteWebhookAttempt = async (
  db: Executor,
  webhookId: string,
  now: Date,
  failure: string | null,
): Promise<void> => {
  await db
    .updateTable('notice_webhooks')
    .set({ last_failure: failure, ...(failure === null ? { last_success_at: now } : {}) })
    .where('webhook_id', '=', webhookId)
    .execute();
};

/**
 * Disables an endpoint, and gives up what still waits for it.
 * @returns whether it was not disabled before
 */
export const disableNoticeWebhook = async (db: Executor, webhookId: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('notice_webhooks')
    .set({ disabled_at: now })
    .where('webhook_id', '=', webhookId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  await db
    .updateTable('notice_deliveries')
    .set({ given_up_at: now })
    .where('webhook_id', '=', webhookId)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute();
  return numUpdatedRows > 0;
};
