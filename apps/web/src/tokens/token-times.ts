import type { ServiceToken } from '@codemetrics/contracts';

const DAY_MS = 86_400_000;
/** The server tells of a token in its last 30 days, and of one that nothing has used for 90. */
const EXPIRING_MS = 30 * DAY_MS;
const UNUSED_MS = 90 * DAY_MS;

/** Whether the token still works; a list of active tokens gives no status. */
export const isActive = (token: ServiceToken): boolean => (token.status ?? 'active') === 'active';

/** Whether it is in its last 30 days. */
export const isExpiring = (token: ServiceToken, now: number): boolean =>
  isActive(token) && Date.parse(token.expires) - now < EXPIRING_MS;

/** Whether nothing has used it for 90 days, counted from its making where nothing ever has. */
export const isUnused = (token: ServiceToken, now: number): boolean =>
  isActive(token) && now - Date.parse(token.lastUsed ?? token.created) > UNUSED_MS;
