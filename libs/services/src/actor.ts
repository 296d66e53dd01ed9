import type { Role, Scope } from '@codemetrics/contracts';
import { DomainError, SESSION_ONLY_SCOPES } from '@codemetrics/contracts';

/** Where a request came from. */
export interface RequestMeta {
  readonly id: string;
  readonly address: string;
  readonly userAgent: string | null;
}

interface Known {
  readonly request: RequestMeta;
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** What role and token together permit just now. */
  readonly scopes: readonly Scope[];
  /** null: all. */
  readonly workloads: readonly string[] | null;
  readonly expires: Date;
}

/** A person who has signed in. */
export interface SessionActor extends Known {
  readonly kind: 'session';
  readonly sessionId: string;
  /** The key that signed the token; a query job has none. */
  readonly kid?: string;
}

/** A program with a service token. */
export interface ServiceActor extends Known {
  readonly kind: 'service';
  readonly tokenId: string;
  readonly subject: string;
}

/** Nobody yet: signing in, or a webhook that proves itself by its signature. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
  readonly request: RequestMeta;
}

export type KnownActor = SessionActor | ServiceActor;
export type Actor = KnownActor | AnonymousActor;

/** Narrows to a credential; the binding has refused anonymous callers before. */
export const known = (actor: Actor): KnownActor => {
  if (actor.kind === 'anonymous') throw new DomainError('credential-missing');
  return actor;
};

/** Narrows to a person. */
export const person = (actor: Actor): SessionActor => {
  const someone = known(actor);
  if (someone.kind !== 'session') throw new DomainError('session-required');
  return someone;
};

/** Refuses a caller without the scope, naming it. */
export const requireScope = (actor: Actor, scope: Scope): void => {
  const someone = known(actor);
  if (someone.scopes.includes(scope)) return;
  if (someone.kind === 'service' && SESSION_ONLY_SCOPES.includes(scope))
    throw new DomainError('session-required', {
      detail: `This takes a session of a person with ${scope}; a service token can never hold it.`,
    });
  throw new DomainError('scope-missing', { detail: `The credential lacks the scope ${scope}.` });
};
