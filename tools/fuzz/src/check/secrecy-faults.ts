import type { Call } from '../generate/call.ts';
import type { Answer } from '../run/send-call.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';

/** What must not be seen, and by whom. */
export interface Canaries {
  /** Passwords, tokens and keys: never in any answer. */
  readonly secrets: readonly string[];
  /** What only stands in rows of a workload, or of a person, that the limited credentials know nothing of. */
  readonly hidden: string;
  /** The credentials that must not see `hidden`. */
  readonly limited: ReadonlySet<string>;
}

const around = (text: string, found: string): string => {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 200), at + 400);
};

/** Secrets and rows of others that an answer shows. */
export const secrecyFaults = (canaries: Canaries, call: Call, answer: Answer): readonly Fault[] => {
  const seen = `${JSON.stringify(answer.headers)}\n${answer.text}`;
  const secret = canaries.secrets.findIndex((one) => seen.includes(one));
  const faults: Fault[] = [];
  // Named by its place in the list: a report of a leak must not leak.
  if (secret >= 0) faults.push(fault('a secret in an answer', `secret number ${secret}`));
  if (canaries.limited.has(call.credential) && seen.includes(canaries.hidden))
    faults.push(fault('a row of others', around(seen, canaries.hidden)));
  return faults;
};
