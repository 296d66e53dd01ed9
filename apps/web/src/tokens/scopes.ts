import type { Scope } from '@codemetrics/contracts';

/** What each scope lets a token do, in the words of the person who grants it. */
export const SCOPE_TEXTS: Readonly<Record<Scope, string>> = {
  'data:read': 'Read metrics, runs and workloads',
  'data:write': 'Send data: runs, deployments, reports',
  'workloads:write': 'Create, change and delete workloads',
  'sources:manage': 'Set up webhook sources and their secrets',
  'tokens:manage': 'Manage service tokens',
  'users:manage': 'Manage users',
  'audit:read': 'Read the audit log',
  'keys:manage': 'Manage signing keys',
};

/** The server refuses these to every service token. */
const SESSION_ONLY: readonly Scope[] = ['tokens:manage', 'users:manage', 'keys:manage'];

/** The scopes that a person can give to a service token. */
export const grantableScopes = (own: readonly Scope[]): readonly Scope[] =>
  own.filter((scope) => !SESSION_ONLY.includes(scope));
