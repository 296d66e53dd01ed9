import type { JsonSchema } from '../document/json-schema.ts';
import type { Place } from './places.ts';
import { isObject } from './places.ts';

/** One wrong thing in place of a right one. `value` undefined takes the field away. */
export interface NearValue {
  readonly what: string;
  readonly value: unknown;
}

/** Of each type, something that is none of the others. */
const OTHER_TYPES: readonly unknown[] = [null, true, 0, 1.5, 'text', [], {}, [null], { a: 1 }];
const MOST_TEXT = 100_000;
const MOST_ITEMS = 1001;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const nearText = (value: string, schema: JsonSchema): NearValue[] => {
  const { minLength = 0, maxLength } = schema;
  return [
    { what: 'upper case', value: value.toUpperCase() },
    { what: 'one letter in another case', value: value.replace(/[a-z]/, (letter) => letter.toUpperCase()) },
    { what: 'a blank before', value: ` ${value}` },
    { what: 'a letter behind', value: `${value}x` },
    { what: 'one letter less', value: value.slice(1) },
    { what: 'nothing', value: '' },
    ...(minLength > 1 ? [{ what: 'below its least', value: 'x'.repeat(minLength - 1) }] : []),
    ...(maxLength !== undefined && maxLength < MOST_TEXT
      ? [
          { what: 'as long as may be', value: value.padEnd(maxLength, 'x') },
          { what: 'one over its most', value: value.padEnd(maxLength + 1, 'x') },
        ]
      : []),
  ];
};

const nearNumber = (value: number, { minimum, maximum }: JsonSchema): NearValue[] => [
  { what: 'a fraction', value: value + 0.5 },
  { what: 'its opposite', value: -value },
  { what: 'as a text', value: String(value) },
  ...(minimum === undefined
    ? []
    : [
        { what: 'its least', value: minimum },
        { what: 'below its least', value: minimum - 1 },
      ]),
  ...(maximum === undefined
    ? []
    : [
        { what: 'its most', value: maximum },
        { what: 'over its most', value: maximum + 1 },
      ]),
];

const nearItems = (value: readonly unknown[], { minItems = 0, maxItems }: JsonSchema): NearValue[] => [
  { what: 'no items', value: [] },
  ...(value.length > 0 ? [{ what: 'an item twice', value: [...value, value[0]] }] : []),
  ...(minItems > 0 ? [{ what: 'too few items', value: value.slice(0, minItems - 1) }] : []),
  ...(maxItems !== undefined && maxItems < MOST_ITEMS && value.length > 0
    ? [{ what: 'too many items', value: Array.from({ length: maxItems + 1 }, () => value[0]) }]
    : []),
];

const nearFields = (value: Readonly<Record<string, unknown>>): NearValue[] => [
  { what: 'a field more', value: { ...value, unexpected: 1 } },
  {
    what: 'a field in another case',
    value: Object.fromEntries(
      Object.entries(value).map(([name, one], index) => [index === 0 ? name.toUpperCase() : name, one]),
    ),
  },
];

/** What is almost right at a place: one thing wrong, or just at a limit. */
export const nearValuesOf = ({ value, schema, path }: Place): readonly NearValue[] => [
  ...(path.length > 0 ? [{ what: 'left out', value: undefined }] : []),
  ...OTHER_TYPES.filter((other) => typeOf(other) !== typeOf(value)).map((other) => ({
    what: `${typeOf(other)} in place of ${typeOf(value)}`,
    value: other,
  })),
  ...(schema.enum ? [{ what: 'none of its words', value: `${String(schema.enum[0])}-` }] : []),
  ...(typeof value === 'string' ? nearText(value, schema) : []),
  ...(typeof value === 'number' ? nearNumber(value, schema) : []),
  ...(Array.isArray(value) ? nearItems(value, schema) : []),
  ...(isObject(value) ? nearFields(value) : []),
];
