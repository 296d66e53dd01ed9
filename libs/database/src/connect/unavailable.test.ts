import { describe, expect, test } from 'vitest';
import { isRetryable, isUnavailable, isUniqueViolation } from './unavailable.ts';

const withCode = (code: unknown): Error => Object.assign(new Error('no'), { code });

describe('isUnavailable', () => {
  test.each([
    '08006', // connection failure
    '53300', // too many connections
    '53100', // disk full
    '57P01', // shutdown by the administrator
    '57P03', // starting up
    '57014', // statement timeout
    '55P03', // lock timeout
    '25P03', // idle in transaction
    '58030', // I/O error
    'XX001', // data corrupted
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EPIPE',
  ])('%s means not now', (code) => {
    expect(isUnavailable(withCode(code))).toBe(true);
  });

  test.each(['23505', '22P02', '42601', '42P01', '40001', '28P01', 'ENOENT', '', 8006, undefined])(
    '%s means not like this',
    (code) => {
      expect(isUnavailable(withCode(code))).toBe(false);
    },
  );

  test.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'driver has already been destroyed',
  ])('knows pg by its message, since it gives no code: %s', (message) => {
    expect(isUnavailable(new Error(message))).toBe(true);
  });

  test('looks into causes and into several errors at once', () => {
    expect(
      isUnavailable(new Error('outer', { cause: new Error('inner', { cause: withCode('08006') }) })),
    ).toBe(true);
    // What node:net throws where localhost has two addresses.
    expect(isUnavailable(new AggregateError([withCode('ENOENT'), withCode('ECONNREFUSED')]))).toBe(true);
    expect(isUnavailable(new AggregateError([withCode('ENOENT')]))).toBe(false);
    expect(isUnavailable(new Error('outer', { cause: 'Connection terminated' }))).toBe(false);
  });

  test.each([null, undefined, 'ECONNREFUSED', { code: '08006' }])('%j is no error', (value) => {
    expect(isUnavailable(value)).toBe(false);
  });
});

describe('isUniqueViolation and isRetryable', () => {
  test('each knows its own codes', () => {
    expect(isUniqueViolation(withCode('23505'))).toBe(true);
    expect(isUniqueViolation(withCode('23503'))).toBe(false);
    expect(['40001', '40P01', '23505'].map((code) => isRetryable(withCode(code)))).toEqual([
      true,
      true,
      false,
    ]);
    expect([isUniqueViolation({ code: '23505' }), isRetryable(null)]).toEqual([false, false]);
  });
});
