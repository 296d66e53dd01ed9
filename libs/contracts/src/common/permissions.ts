import { z } from 'zod';

/** What a credential may do. A service token holds a subset of its maker's scopes. */
export const Scope = z.enum([
  'data:read',
  'data:write',
  'workloads:write',
  'sources:manage',
  'tokens:manage',
  'users:manage',
  'audit:read',
  'keys:manage',
]);
export type Scope = z.output<typeof Scope>;

/** The three roles of a user. */
export const Role = z.enum(['admin', 'editor', 'viewer']);
export type Role = z.output<typeof Role>;

/** The scopes that each role grants, as data. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  admin: Scope.options,
  editor: ['data:read', 'data:write', 'workloads:write', 'tokens:manage'],
  viewer: ['data:read', 'tokens:manage'],
};

/** Scopes that only a person's session may use; a service token can never hold them. */
export const SESSION_ONLY_SCOPES: readonly Scope[] = ['tokens:manage', 'users:manage', 'keys:manage'];
