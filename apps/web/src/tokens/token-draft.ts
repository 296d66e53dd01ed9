import type { InputOf } from '@codemetrics/client';
import type { Scope } from '@codemetrics/contracts';
import { preferredLifetime } from './lifetimes.ts';

/** In the place of a lifetime: the token ends on a date. */
export const ON_A_DATE = 'date';
/** A little before the longest that the server permits, since its clock is another. */
const MARGIN_MS = 120_000;

/** What has been filled in so far. */
export interface TokenDraft {
  readonly subject: string;
  readonly description: string;
  /** Seconds, or `ON_A_DATE`. */
  readonly lifetime: string;
  /** The last day, YYYY-MM-DD in the viewer's zone. */
  readonly date: string;
  readonly scopes: readonly Scope[];
  /** null: all. */
  readonly workloads: readonly string[] | null;
  /** None: from anywhere. */
  readonly networks: readonly string[];
}

/** What stands in the form at first; `grantable` are the scopes that the person may give. */
export const newDraft = (mostSeconds: number, grantable: readonly Scope[]): TokenDraft => ({
  subject: '',
  description: '',
  lifetime: preferredLifetime(mostSeconds),
  date: '',
  scopes: grantable.filter((scope) => scope.startsWith('data:')),
  workloads: null,
  networks: [],
});

/** A calendar day of the viewer's zone. */
export const localDay = (at: number): string => {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** The end of a day in the viewer's zone, or as late on it as the server permits. */
const endOfDay = (date: string, mostSeconds: number, now: number): number =>
  Math.min(new Date(`${date}T23:59:59`).getTime(), now + mostSeconds * 1000 - MARGIN_MS);

const dateError = (date: string, mostSeconds: number, now: number): string | undefined => {
  if (Number.isNaN(Date.parse(date))) return 'Choose a date';
  if (date < localDay(now)) return 'It lies in the past';
  return date > localDay(now + mostSeconds * 1000) ? 'The server permits none as late as this' : undefined;
};

/** What is wrong with it, by the server's name of each field. */
export const draftErrors = (
  { subject, lifetime, date, scopes, workloads }: TokenDraft,
  mostSeconds: number,
  now: number,
): Partial<Record<'subject' | 'expires' | 'scopes' | 'workloads', string>> => ({
  ...(subject.trim() === '' ? { subject: 'Give it a name' } : {}),
  ...(lifetime === ON_A_DATE && dateError(date, mostSeconds, now) !== undefined
    ? { expires: dateError(date, mostSeconds, now)! }
    : {}),
  ...(scopes.length === 0 ? { scopes: 'Choose at least one' } : {}),
  ...(workloads?.length === 0 ? { workloads: 'Choose at least one, or all' } : {}),
});

/** What the server is asked for. */
export const toInput = (
  draft: TokenDraft,
  mostSeconds: number,
  now: number,
): InputOf<'tokens', 'create'> => ({
  subject: draft.subject,
  ...(draft.lifetime === ON_A_DATE
    ? { expires: new Date(endOfDay(draft.date, mostSeconds, now)).toISOString() }
    : { ttl: Number(draft.lifetime) }),
  scopes: [...draft.scopes],
  ...(draft.description.trim() === '' ? {} : { description: draft.description.trim() }),
  ...(draft.workloads === null ? {} : { workloads: [...draft.workloads] }),
  ...(draft.networks.length === 0 ? {} : { allowedCidrs: [...draft.networks] }),
});
