import type { ClaimedDelivery, DeliveryOutcome } from '@codemetrics/database';
import {
  appendAudit,
  claimNoticeDeliveries,
  disableNoticeWebhook,
  noteWebhookAttempt,
  settleNoticeDelivery,
} from '@codemetrics/database';
import type { NoticeKind } from '@codemetrics/contracts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import { retryPauseMs } from './retry-pause.ts';
import type { Attempt } from './send-event.ts';
import { sendEvent } from './send-event.ts';

/** Longer than any attempt takes. A server that is gone leaves what it had taken; it is due again after this. */
const LENT_MS = 120_000;
const GONE = 410;

const EVENT_TYPES: Readonly<Record<NoticeKind, string>> = {
  'token-expiring': 'token.expiring',
  'token-unused': 'token.unused',
  'token-new-network': 'token.new_network',
};

/** What an endpoint is told: the notice, without anything that lets anybody in. */
const eventOf = (delivery: ClaimedDelivery) => ({
  id: delivery.notice_id,
  type: EVENT_TYPES[delivery.kind],
  timestamp: delivery.created_at,
  data: {
    noticeId: delivery.notice_id,
    tokenId: delivery.token_id,
    sub: delivery.subject,
    owner: delivery.owner,
    ...delivery.details,
  },
});

const settle = (deps: Deps, delivery: ClaimedDelivery, attempt: Attempt, pauseMs?: number): Promise<void> =>
  inTransaction(deps, async (tx) => {
    const now = deps.now();
    const outcome: DeliveryOutcome =
      attempt.failure === null
        ? { status: attempt.status, deliveredAt: now }
        : pauseMs === undefined
          ? { status: attempt.status, givenUpAt: now }
          : { status: attempt.status, nextAttemptAt: new Date(now.getTime() + pauseMs) };
    // The endpoint's row first, always, so that two attempts that end at once don't wait for each other.
    await noteWebhookAttempt(tx, delivery.webhook_id, now, attempt.failure);
    await settleNoticeDelivery(tx, delivery, outcome);
    if (attempt.status !== GONE || !(await disableNoticeWebhook(tx, delivery.webhook_id, now))) return;
    await appendAudit(tx, {
      at: now,
      actor: 'codemetrics',
      actor_kind: 'system',
      address: null,
      request_id: null,
      action: 'noticeWebhooks.disable',
      target: delivery.webhook_id,
      outcome: 'success',
      details: { status: attempt.status },
    });
  });

/**
 * Takes what is due just now, but for the endpoints that are busy.
 * @returns the deliveries by their endpoint
 */
export const takeDueDeliveries = async (
  deps: Deps,
  busy: readonly string[],
): Promise<Map<string, ClaimedDelivery[]>> => {
  const now = deps.now();
  const due = await claimNoticeDeliveries(deps.db, now, new Date(now.getTime() + LENT_MS), busy);
  return Map.groupBy(due, (one) => one.webhook_id);
};

/** One attempt; gives the milliseconds until the next one, if there is to be one. */
export const deliver = async (
  deps: Deps,
  delivery: ClaimedDelivery,
  random: () => number,
  signal: AbortSignal,
): Promise<number | undefined> => {
  const attempt = await sendEvent(deps, delivery, eventOf(delivery), signal).catch(
    // Stopped: the endpoint may have it or not, so that another server sends it again.
    (): Attempt => ({ status: null, failure: 'The server was stopped.' }),
  );
  const pauseMs =
    attempt.failure === null || attempt.status === GONE ? undefined : retryPauseMs(delivery.attempts, random);
  await settle(deps, delivery, attempt, pauseMs);
  return pauseMs;
};
