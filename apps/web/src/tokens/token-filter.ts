import type { ServiceToken } from '@codemetrics/contracts';
import { isExpiring, isUnused } from './token-times.ts';

/** What of the address narrows the list. */
export const FILTER_NAMES = ['search', 'expiring', 'unused', 'whose', 'ended'] as const;

/** What a person has chosen to see. */
export interface TokenFilter {
  readonly search: string;
  /** Only those in their last 30 days. */
  readonly isExpiring: boolean;
  /** Only those that nothing has used for 90 days. */
  readonly isUnused: boolean;
  /** Only one's own; an administrator sees all otherwise. */
  readonly isMine: boolean;
  /** The revoked and the expired too. */
  readonly withEnded: boolean;
}

/** The filter as the address has it. */
export const readFilter = (query: Readonly<Record<string, string | undefined>>): TokenFilter => ({
  search: query['search'] ?? '',
  isExpiring: query['expiring'] === '30',
  isUnused: query['unused'] === '90',
  isMine: query['whose'] === 'mine',
  withEnded: query['ended'] === 'shown',
});

const textOf = ({
  sub,
  description,
  createdBy,
  scopes,
  workloads,
  tokenId,
  allowedCidrs,
}: ServiceToken): string =>
  [sub, description ?? '', createdBy, tokenId, ...scopes, ...(workloads ?? []), ...(allowedCidrs ?? [])]
    .join('\n')
    .toLowerCase();

/** Whether a token is one of those that a person wants to see; every word of the search must be somewhere in it. */
export const fits = (token: ServiceToken, filter: TokenFilter, username: string, now: number): boolean => {
  const text = textOf(token);
  return (
    (!filter.isMine || token.createdBy === username) &&
    (!filter.isExpiring || isExpiring(token, now)) &&
    (!filter.isUnused || isUnused(token, now)) &&
    filter.search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
};
