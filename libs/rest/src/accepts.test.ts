import { expect, test } from 'vitest';
import { acceptedType } from './accepts.ts';

const OFFERED = ['application/json', 'text/csv'];

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['  ', 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['APPLICATION/JSON', 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['text/csv', 'text/csv'],
  ['text/csv; header=present; q=0.4', 'text/csv'],
  ['text/*', 'text/csv'],
  ['text/csv, application/json', 'application/json'], // equal weights: the server's order
  ['text/csv, application/json;q=0.9', 'text/csv'],
  ['text/csv;q=0.5, */*;q=0.1', 'text/csv'],
  ['*/*;q=0.1, text/csv;q=0.05', 'application/json'],
  // The most specific range decides on a type, wherever it stands.
  ['application/json;q=0, */*', 'text/csv'],
  ['*/*, application/json;q=0', 'text/csv'],
  ['text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5', 'application/json'],
  ['text/csv;q=0', undefined],
  ['text/csv;q=0.000', undefined],
  ['*/*;q=0', undefined],
  ['image/png', undefined],
  ['application/*+json', undefined],
  ['csv', undefined],
  ['application/problem+json, text/csv;q=0.2', 'text/csv'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
])('Accept: %s → %s', (header, expected) => {
  expect(acceptedType(header, OFFERED)).toBe(expected);
});

test('one offered type', () => {
  expect(acceptedType('text/csv', ['application/json'])).toBeUndefined();
  expect(acceptedType('text/csv, */*;q=0.1', ['application/json'])).toBe('application/json');
});
