import { ROLE_SCOPES, SESSION_ONLY_SCOPES } from '@codemetrics/contracts';
import type { Role, Scope } from '@codemetrics/contracts';

/** The scopes that a user of this role may give to a service token. */
export function grantableScopes(role: Role): Scope[] {
  return ROLE_SCOPES[role].filter((scope) => !SESSION_ONLY_SCOPES.includes(scope));
}

/**
 * What a request may do now. A session (`tokenScopes` null) has all that the role grants. A service token has
 * what it was given as far as its owner's role still grants it, and never a session-only scope.
 */
export function effectiveScopes(role: Role, tokenScopes: readonly Scope[] | null): Scope[] {
  if (tokenScopes === null) return [...ROLE_SCOPES[role]];
  return grantableScopes(role).filter((scope) => tokenScopes.includes(scope));
}

/** The workloads that both user and token may see; null means all of them, an empty list none. */
export function effectiveWorkloads(
  userWorkloads: readonly string[] | null,
  tokenWorkloads: readonly string[] | null,
): string[] | null {
  if (userWorkloads === null) return tokenWorkloads && [...tokenWorkloads];
  if (tokenWorkloads === null) return [...userWorkloads];
  return userWorkloads.filter((workload) => tokenWorkloads.includes(workload));
}

/** Whether every requested scope is granted. */
export function isWithin(granted: readonly Scope[], requested: readonly Scope[]): boolean {
  return requested.every((scope) => granted.includes(scope));
}

/** Whether every requested workload is granted; null means all, which only null itself contains. */
export function isWithinWorkloads(
  granted: readonly string[] | null,
  requested: readonly string[] | null,
): boolean {
  if (granted === null) return true;
  return requested !== null && requested.every((workload) => granted.includes(workload));
}
