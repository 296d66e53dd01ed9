import type { AuditEntry } from '@codemetrics/contracts';

/** What happened, in the words of the audit log. Never put a secret into `details`. */
export interface AuditEvent {
  readonly action: string;
  readonly target?: string;
  readonly outcome?: AuditEntry['outcome'];
  readonly details?: Readonly<Record<string, unknown>>;
  /** Who, where the actor of the request doesn't say: a name that failed to sign in. */
  readonly as?: string;
}
