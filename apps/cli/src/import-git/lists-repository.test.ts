import { expect, test } from 'vitest';
import { listsRepository } from './lists-repository.ts';

test.each([
  ['acme/shop', 'acme/shop', true],
  ['acme/shop', 'acme/shop-api', false],
  ['acme/*', 'acme/shop', true],
  ['acme/*', 'other/acme/shop', false],
  ['*/shop', 'acme/shop', true],
  ['acme/s*p', 'acme/shop', true],
  ['shop', 'acme/shop', true],
  ['shop*', 'acme/shop-api', true],
  ['shop', 'shop', true],
  ['a.c/shop', 'abc/shop', false],
  ['acme/sh[op]', 'acme/sh[op]', true],
])('the entry %j and %j: %s', (entry, repository, expected) => {
  const workload = { repositoryGroups: [{ name: 'g', repositories: [{ name: entry }] }] };
  expect(listsRepository(workload, repository)).toBe(expected);
});
