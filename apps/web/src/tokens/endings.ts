import type { ServiceToken } from '@codemetrics/contracts';
import { localDay } from './token-draft.ts';
import { isActive } from './token-times.ts';

/** The tokens that end on one day of the viewer's zone. */
export interface Ending {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly tokens: readonly ServiceToken[];
}

/** The days on which tokens that still work end, the next first. */
export const endingsOf = (tokens: readonly ServiceToken[]): readonly Ending[] => {
  const byDay = new Map<string, ServiceToken[]>();
  const active = tokens
    .filter(isActive)
    .sort((a, b) => a.expires.localeCompare(b.expires) || a.sub.localeCompare(b.sub));
  for (const token of active) {
    const day = localDay(Date.parse(token.expires));
    const known = byDay.get(day);
    if (known) known.push(token);
    else byDay.set(day, [token]);
  }
  return [...byDay].map(([day, ending]) => ({ day, tokens: ending }));
};

/** `3 tokens end`. */
export const endText = (count: number): string => (count === 1 ? '1 token ends' : `${count} tokens end`);
