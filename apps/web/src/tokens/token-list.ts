import type { ServiceToken } from '@codemetrics/contracts';

/** What may be asked for one token. */
export type TokenAction = 'rotate' | 'revoke';

/** What both the table and the cards show. */
export interface TokenListProps {
  readonly tokens: readonly ServiceToken[];
  readonly onAction: (action: TokenAction, token: ServiceToken) => void;
}

/** Whether the token still works; a list of active tokens gives no status. */
export const isActive = (token: ServiceToken): boolean => (token.status ?? 'active') === 'active';
