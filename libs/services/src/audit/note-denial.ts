import type { DomainError, Operation } from '@codemetrics/contracts';
import { PROBLEMS } from '@codemetrics/contracts';
import type { KnownActor } from '../actor.ts';
import type { Deps } from '../deps.ts';

/** Puts a call that was refused for want of a permission (403) into the audit log; any other refusal is none. */
export const noteDenial = async (
  deps: Deps,
  actor: KnownActor,
  operation: Pick<Operation, 'id'>,
  error: DomainError,
): Promise<void> => {
  if (PROBLEMS[error.code].status !== 403) return;
  const credential = actor.kind === 'service' ? actor.tokenId : actor.sessionId;
  await deps.denials.note({
    key: `${credential} ${operation.id} ${error.code}`,
    actor,
    event: {
      action: 'access.denied',
      target: operation.id,
      outcome: 'denied',
      details: { code: error.code, detail: error.detail },
    },
  });
};
