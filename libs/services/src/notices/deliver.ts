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

/** One attempt; gives the milliseconds until the next one, if there is to be one. */
const deliver = async (
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

/**
 * Sends what is due just now, each once and all at a time.
 * @returns the pauses of those to be tried again; undefined where nothing was due
 */
export const deliverDueNotices = async (
  deps: Deps,
  random: () => number,
  signal: AbortSignal,
): Promise<number[] | undefined> => {
  const now = deps.now();
  const due = await claimNoticeDeliveries(deps.db, now, new Date(now.getTime() + LENT_MS));
  if (due.length === 0) return undefined;
  const attempts = await Promise.allSettled(due.map((one) => deliver(deps, one, random, signal)));
  return attempts.flatMap((one) => {
    // What could not be written is due again when it is no longer lent.
    if (one.status === 'rejected') deps.report(one.reason);
    return one.status === 'fulfilled' && one.value !== undefined ? [one.value] : [];
  });
};
