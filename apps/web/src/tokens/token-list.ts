import type { ServiceToken } from '@codemetrics/contracts';
import type { DailyCalls } from './daily-calls.ts';
import type { Sorting } from './sort-tokens.ts';

/** What may be asked for one token. */
export type TokenAction = 'rotate' | 'revoke';

/** A token with what else is known of it. */
export interface TokenRow {
  readonly token: ServiceToken;
  /** Of the last 30 days; undefined while they are on their way. */
  readonly calls: DailyCalls | undefined;
  /** The token that it was replaced by. */
  readonly replacedBy: ServiceToken | undefined;
}

/** What both the table and the cards show. */
export interface TokenListProps {
  readonly rows: readonly TokenRow[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
}

/** The tokens with their calls, each with what replaced it. */
export const toRows = (
  tokens: readonly ServiceToken[],
  callsOf: (tokenId: string) => DailyCalls | undefined,
): readonly TokenRow[] => {
  const successors = new Map(
    tokens.flatMap((token) => (token.rotatedFrom === null ? [] : [[token.rotatedFrom, token]])),
  );
  return tokens.map((token) => ({
    token,
    calls: callsOf(token.tokenId),
    replacedBy: successors.get(token.tokenId),
  }));
};
