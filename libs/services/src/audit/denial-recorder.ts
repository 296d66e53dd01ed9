import type { Actor } from '../actor.ts';
import type { AuditEvent } from './audit-event.ts';

/** Something that was asked for and refused. `key` says what is the same again: who, what, why. */
export interface Denial {
  readonly key: string;
  readonly actor: Actor;
  readonly event: AuditEvent;
}

/**
 * Writes denied attempts into the audit log: the first at once, the same again within a minute only as a number, so that
 * a program that goes on asking doesn't fill the log.
 */
export interface DenialRecorder {
  /** Resolves when the entry is written; never rejects. */
  note(denial: Denial): Promise<void>;
  /** Writes how often denied attempts were repeated, where their minute is over. `all`: whatever the time. */
  flush(all?: boolean): Promise<void>;
}

const QUIET_MS = 60_000;
const MOST_KEYS = 10_000;

interface Repeated {
  readonly denial: Denial;
  readonly until: number;
  times: number;
}

/** A recorder that writes through `write`, and tells `report` where that failed. */
export const createDenialRecorder = (
  write: (actor: Actor, event: AuditEvent) => Promise<void>,
  options: { readonly now: () => Date; readonly report: (error: unknown) => void },
): DenialRecorder => {
  const { now, report } = options;
  const quiet = new Map<string, Repeated>();
  const put = (actor: Actor, event: AuditEvent): Promise<void> => write(actor, event).catch(report);
  const tellRepeated = ({ denial, times }: Repeated): Promise<void> =>
    times === 0
      ? Promise.resolve()
      : put(denial.actor, { ...denial.event, details: { ...denial.event.details, repeated: times } });
  const flush = async (all = false): Promise<void> => {
    for (const [key, repeated] of [...quiet]) {
      if (!all && repeated.until > now().getTime()) continue;
      quiet.delete(key);
      await tellRepeated(repeated);
    }
  };
  return {
    note: async (denial) => {
      const time = now().getTime();
      const known = quiet.get(denial.key);
      if (known && known.until > time) return void (known.times += 1);
      if (known) await tellRepeated(known);
      if (quiet.size >= MOST_KEYS) await flush(true);
      quiet.set(denial.key, { denial, until: time + QUIET_MS, times: 0 });
      await put(denial.actor, denial.event);
    },
    flush,
  };
};
