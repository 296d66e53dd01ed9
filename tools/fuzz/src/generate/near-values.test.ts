import { expect, test } from 'vitest';
import type { JsonSchema } from '../document/json-schema.ts';
import { nearValuesOf } from './near-values.ts';
import { placesOf, replaced } from './places.ts';

const near = (schema: JsonSchema, value: unknown): Record<string, unknown> =>
  Object.fromEntries(nearValuesOf({ path: ['x'], schema, value }).map((one) => [one.what, one.value]));

test('texts go just over their limits, into another case and out of their words', () => {
  const values = near({ type: 'string', minLength: 3, maxLength: 6, enum: ['round'] }, 'round');
  expect(values).toMatchObject({
    'left out': undefined,
    'upper case': 'ROUND',
    'one letter in another case': 'Round',
    'below its least': 'xx',
    'as long as may be': 'roundx',
    'one over its most': 'roundxx',
    'none of its words': 'round-',
    'null in place of string': null,
    'object in place of string': { a: 1 },
  });
});

test('numbers and lists go just over theirs', () => {
  expect(near({ type: 'integer', minimum: 1, maximum: 500 }, 50)).toMatchObject({
    'below its least': 0,
    'its least': 1,
    'its most': 500,
    'over its most': 501,
    'as a text': '50',
    'a fraction': 50.5,
  });
  expect(near({ type: 'array', minItems: 1, maxItems: 2 }, ['a'])).toMatchObject({
    'no items': [],
    'too few items': [],
    'too many items': ['a', 'a', 'a'],
    'an item twice': ['a', 'a'],
  });
});

test('objects get a field too much, and one in another case', () => {
  expect(near({ type: 'object' }, { id: 1 })).toMatchObject({
    'a field more': { id: 1, unexpected: 1 },
    'a field in another case': { ID: 1 },
  });
});

test('every place of a value is found with what the schema says of it, and can be replaced', () => {
  const schema: JsonSchema = {
    anyOf: [
      { type: 'string' },
      { type: 'object', properties: { rows: { type: 'array', items: { type: 'integer', maximum: 3 } } } },
    ],
  };
  const value = { rows: [1, 2] };
  const places = placesOf(schema, value, (one) => one);
  expect(places.map(({ path }) => path.join('.'))).toEqual(['', 'rows', 'rows.0', 'rows.1']);
  expect(places[3]!.schema).toEqual({ type: 'integer', maximum: 3 });
  expect(replaced(value, ['rows', 1], 9)).toEqual({ rows: [1, 9] });
  expect(replaced(value, ['rows', 0], undefined)).toEqual({ rows: [2] });
  expect(replaced(value, ['rows'], undefined)).toEqual({});
  expect(value).toEqual({ rows: [1, 2] });
});
