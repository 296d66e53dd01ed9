import { describe, expect, test } from 'vitest';
import { DomainError } from '../problems/problem.ts';
import type { JsonShape } from './json-shape.ts';
import { BATCH_SHAPE, JSON_SHAPE, refuseHeavyJson } from './json-shape.ts';

const SMALL: JsonShape = { depth: 4, values: 9, entryValues: 4, fields: 3 };

const refusalOf = (text: string, shape: JsonShape): string | undefined => {
  try {
    refuseHeavyJson(text, shape);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};

describe('refuseHeavyJson', () => {
  test.each([
    '',
    'null',
    '{}',
    '[[[[1]]]]',
    '{"a":[{"b":1,"c":2,"d":3}]}',
    '[1,2,3,4,5,6,7,8]',
    '{"a":1,"b":2,"c":3}',
    '{"a":[{"b":[1,2]},{"b":[1,2]}]}',
    // What stands in a text is no sign of anything.
    '["[[[[[[,,,,,,,,,,{{{{"]',
    '["\\"[[[[[","\\\\","[[[[[\\\\\\"[[["]',
    // Left to the parser.
    ']]]}}}',
    '"without an end [[[[[',
  ])('lets %s through', (text) => {
    expect(refusalOf(text, SMALL)).toBeUndefined();
  });

  test.each([
    ['[[[[[', 'malformed-body: The body is nested more than 4 deep.'],
    ['["\\\\",[[[[', 'malformed-body: The body is nested more than 4 deep.'],
    ['[1,2,3,4,5,6,7,8,9,10]', 'payload-too-large: The body has more than 9 values.'],
    ['[{},{},{},{}]'.repeat(2), 'payload-too-large: The body has more than 9 values.'],
    ['{"a":[{"b":[1,2,3,4,5]}]}', 'payload-too-large: The body has more than 4 values in one entry.'],
    ['{"a":1,"b":2,"c":3,"d":4}', 'payload-too-large: The body has more than 3 fields in one object.'],
    ['{"a":1,"a":1,"a":1,"a":1}', 'payload-too-large: The body has more than 3 fields in one object.'],
  ])('refuses %s', (text, refusal) => {
    expect(refusalOf(text, SMALL)).toBe(refusal);
  });

  test('takes a full batch of rows', () => {
    const row = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`field${index}`, 'x'.repeat(80)]),
    );
    const text = JSON.stringify({ rows: Array.from({ length: 1000 }, () => row) });
    expect(refusalOf(text, BATCH_SHAPE)).toBeUndefined();
  });

  test.each(['[', '{"a":', '0,', '{},', '"",', '"\\"",', '\\', '\\"', ' ', 'x'])(
    'five mebibytes of %s are looked through in no time',
    (piece) => {
      const text = `["${piece.repeat(Math.floor((5 * 1024 * 1024) / piece.length))}`;
      const begun = process.threadCpuUsage();
      refusalOf(text, BATCH_SHAPE);
      refusalOf(text.slice(2), BATCH_SHAPE);
      refusalOf(text.slice(2), {
        ...JSON_SHAPE,
        depth: Infinity,
        values: Infinity,
        entryValues: Infinity,
        fields: Infinity,
      });
      const { user, system } = process.threadCpuUsage(begun);
      expect((user + system) / 1000).toBeLessThan(600);
    },
  );
});
