import type { Executor } from '@codemetrics/database';
import { appendAudit } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { AuditEvent } from './audit-event.ts';

const nameOf = (actor: Actor): string =>
  actor.kind === 'anonymous'
    ? 'anonymous'
    : actor.kind === 'service'
      ? `${actor.username}/${actor.subject}`
      : actor.username;

/** Writes an entry in the transaction of the change that it tells of. */
export const recordAudit = (
  deps: Pick<Deps, 'now'>,
  tx: Executor,
  actor: Actor,
  event: AuditEvent,
): Promise<void> =>
  appendAudit(tx, {
    at: deps.now(),
    actor: event.as ?? nameOf(actor),
    actor_kind: actor.kind,
    address: actor.request.address,
    request_id: actor.request.id,
    action: event.action,
    target: event.target ?? null,
    outcome: event.outcome ?? 'success',
    details: JSON.parse(JSON.stringify(event.details ?? {})) as Record<string, unknown>,
  });
