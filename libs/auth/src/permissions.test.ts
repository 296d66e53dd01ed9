import { ROLE_SCOPES, Scope, SESSION_ONLY_SCOPES } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import {
  effectiveScopes,
  effectiveWorkloads,
  grantableScopes,
  isWithin,
  isWithinWorkloads,
} from './permissions.ts';

const ROLES = ['admin', 'editor', 'viewer'] as const;

describe('scopes', () => {
  test.each(ROLES)('a session of %s has all of the role, as a copy', (role) => {
    const scopes = effectiveScopes(role, null);
    expect(scopes).toEqual(ROLE_SCOPES[role]);
    expect(scopes).not.toBe(ROLE_SCOPES[role]);
  });

  test.each(ROLES)('a token of %s never exceeds the role and never holds a session-only scope', (role) => {
    const scopes = effectiveScopes(role, Scope.options);
    expect(scopes).toEqual(grantableScopes(role));
    expect(isWithin(ROLE_SCOPES[role], scopes)).toBe(true);
    expect(scopes.some((scope) => SESSION_ONLY_SCOPES.includes(scope))).toBe(false);
  });

  test('a token keeps only what it was given', () => {
    expect(effectiveScopes('admin', ['data:read', 'users:manage'])).toEqual(['data:read']);
    expect(effectiveScopes('admin', [])).toEqual([]);
  });

  test('a token shrinks with the role of its owner', () => {
    const given: Scope[] = ['data:read', 'data:write', 'sources:manage'];
    expect(effectiveScopes('editor', given)).toEqual(['data:read', 'data:write']);
    expect(effectiveScopes('viewer', given)).toEqual(['data:read']);
  });

  test('isWithin', () => {
    expect(isWithin(['data:read'], [])).toBe(true);
    expect(isWithin(['data:read', 'data:write'], ['data:write'])).toBe(true);
    expect(isWithin(['data:read'], ['data:read', 'data:write'])).toBe(false);
    expect(isWithin([], ['data:read'])).toBe(false);
  });
});

describe('workloads', () => {
  test.each([
    [null, null, null],
    [null, ['a'], ['a']],
    [['a'], null, ['a']],
    [['a', 'b'], ['b', 'c'], ['b']],
    [['a'], ['b'], []],
    [[], null, []],
    [null, [], []],
  ])('user %j and token %j see %j', (user, token, expected) => {
    expect(effectiveWorkloads(user, token)).toEqual(expected);
  });

  test.each([
    [null, null, true],
    [null, ['a'], true],
    [['a'], null, false],
    [['a'], ['a'], true],
    [['a'], ['a', 'b'], false],
    [['a'], [], true],
    [[], null, false],
  ])('%j contains %j: %s', (granted, requested, expected) => {
    expect(isWithinWorkloads(granted, requested)).toBe(expected);
  });
});
