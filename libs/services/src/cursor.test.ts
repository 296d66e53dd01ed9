import { describe, expect, test } from 'vitest';
import { DomainError } from '@codemetrics/contracts';
import { decodeCursor, encodeCursor } from './cursor.ts';

const isPlace = (parts: readonly (string | number)[]): parts is [string, number] =>
  parts.length === 2 && typeof parts[0] === 'string' && typeof parts[1] === 'number';
const raw = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('cursors', () => {
  test('come back as the place that they were made of', () => {
    const cursor = encodeCursor('runs', ['2026-03-02 10:00:00.123456+00', 7]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, 'runs', isPlace)).toEqual(['2026-03-02 10:00:00.123456+00', 7]);
    expect(decodeCursor(encodeCursor('runs', ['ä/😀', 0]), 'runs', isPlace)).toEqual(['ä/😀', 0]);
  });

  test('none is the beginning', () => {
    expect(decodeCursor(undefined, 'runs', isPlace)).toBeUndefined();
  });

  const good = encodeCursor('runs', ['a', 1]);
  test.each([
    ['nothing', ''],
    ['no base64url', '%%%'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['JSON of another kind', raw({ runs: 1 })],
    ['null', raw(null)],
    ['one of another listing', encodeCursor('audit', ['a', 1])],
    ['too few parts', encodeCursor('runs', ['a'])],
    ['parts of another kind', raw(['runs', 1, 'a'])],
    ['a second spelling', raw(['runs', 'a', 1]) + '='],
    ['blanks within', Buffer.from('["runs", "a", 1]').toString('base64url')],
    ['one cut short', good.slice(0, -3)],
    ['one with an appendix', `${good}AAAA`],
  ])('refuses %s', (_what, cursor) => {
    let thrown: unknown;
    try {
      decodeCursor(cursor, 'runs', isPlace);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DomainError);
    expect(thrown).toMatchObject({ code: 'invalid-cursor', errors: [{ path: 'cursor' }] });
  });
});
