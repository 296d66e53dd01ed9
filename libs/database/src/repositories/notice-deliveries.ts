import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { NoticeRow } from './notices.ts';

/** One notice for one endpoint, to be sent now. */
export type ClaimedDelivery = NoticeRow & {
  readonly webhook_id: string;
  readonly url: string;
  readonly sealed_secret: string;
  /** This attempt included. */
  readonly attempts: number;
};

/** So many of one endpoint are sent at a time by one server. */
const AT_ONCE = 5;

/**
 * Takes deliveries that are due, but for endpoints that are `busy`, counts the attempt and lends them until
 * `lentUntil`: where nobody tells what came of one, it is due again then. Several servers never take the same one.
 */
export const claimNoticeDeliveries = async (
  db: Executor,
  now: Date,
  lentUntil: Date,
  busy: readonly string[],
): Promise<ClaimedDelivery[]> => {
  const { rows } = await sql<ClaimedDelivery>`
    with due as (
      select d.* from notice_webhooks w cross join lateral (
        select webhook_id, notice_id from notice_deliveries
        where webhook_id = w.webhook_id and delivered_at is null and given_up_at is null and next_attempt_at <= ${now}
        order by next_attempt_at limit ${AT_ONCE} for update skip locked) as d
      where w.disabled_at is null and w.webhook_id <> all(${busy}::uuid[])),
    claimed as (
      update notice_deliveries d set attempts = d.attempts + 1, next_attempt_at = ${lentUntil}
      from due where d.webhook_id = due.webhook_id and d.notice_id = due.notice_id
      returning d.webhook_id, d.notice_id, d.attempts)
    select c.webhook_id, c.attempts, w.url, w.sealed_secret, n.*, t.subject, u.username as owner
    from claimed c
    join notice_webhooks w on w.webhook_id = c.webhook_id
    join notices n on n.notice_id = c.notice_id
    join service_tokens t on t.token_id = n.token_id
    join users u on u.user_id = n.user_id`.execute(db);
  return rows;
};

/** What came of an attempt: it arrived, is tried again at a time, or is given up. */
export interface DeliveryOutcome {
  readonly status: number | null;
  readonly deliveredAt?: Date;
  readonly nextAttemptAt?: Date;
  readonly givenUpAt?: Date;
}

/** Notes what came of an attempt. */
export const settleNoticeDelivery = async (
  db: Executor,
  delivery: Pick<ClaimedDelivery, 'webhook_id' | 'notice_id'>,
  outcome: DeliveryOutcome,
): Promise<void> => {
  await db
    .updateTable('notice_deliveries')
    .set({
      last_status: outcome.status,
      ...(outcome.deliveredAt ? { delivered_at: outcome.deliveredAt } : {}),
      ...(outcome.nextAttemptAt ? { next_attempt_at: outcome.nextAttemptAt } : {}),
      ...(outcome.givenUpAt ? { given_up_at: outcome.givenUpAt } : {}),
    })
    .where('webhook_id', '=', delivery.webhook_id)
    .where('notice_id', '=', delivery.notice_id)
    .where('delivered_at', 'is', null)
    .execute();
};
