import { expect, test } from 'vitest';
import { matchesRepository, meansRepository } from './match-repository.ts';

test.each([
  ['acme/shop', 'acme/shop', true],
  ['acme/shop', 'acme/shop-api', false],
  ['acme/shop', 'ACME/shop', false],
  ['acme/*', 'acme/shop', true],
  ['acme/*', 'acme/', true],
  ['acme/*', 'acme', false],
  ['acme/*', 'other/acme/x', false],
  ['*', '', true],
  ['*', 'anything/at/all', true],
  ['**', 'x', true],
  ['*-web', 'acme/shop-web', true],
  ['*-web', 'acme/shop-web2', false],
  ['acme/*-api', 'acme/shop-api', true],
  ['acme/*-api', 'acme/-api', true],
  // Beginning and end may not share characters.
  ['ab*ba', 'aba', false],
  ['ab*ba', 'abba', true],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'abbc', true],
  ['a*b*c', 'acb', false],
  ['a*bc*c', 'abc', false],
  ['a*bc*c', 'abcc', true],
  ['*a*a*', 'a', false],
  ['*a*a*', 'aa', true],
  // Nothing but `*` is special.
  ['acme/s.op', 'acme/shop', false],
  ['acme/(shop|web)*', 'acme/shop', false],
  ['acme/[a-z]*', 'acme/[a-z]x', true],
  ['acme/sh?p', 'acme/shop', false],
])('%j, matched with %j: %s', (pattern, repository, expected) => {
  expect(matchesRepository(pattern, repository)).toBe(expected);
});

test('many stars on a long name take no time', () => {
  const pattern = `${'*a'.repeat(120)}b`;
  const begun = performance.now();
  expect(matchesRepository(pattern, 'a'.repeat(255))).toBe(false);
  expect(performance.now() - begun).toBeLessThan(200);
});

test('an entry without an owner means the repository of any owner, one with an owner just that', () => {
  expect(meansRepository('shop-api', 'acme/shop-api')).toBe(true);
  expect(meansRepository('shop-*', 'acme/shop-api')).toBe(true);
  expect(meansRepository('shop-api', 'shop-api')).toBe(true);
  expect(meansRepository('acme/shop-api', 'other/shop-api')).toBe(false);
  expect(meansRepository('shop-api', 'acme/other')).toBe(false);
});
