import fc from 'fast-check';
import type { JsonSchema, Resolve } from '../document/json-schema.ts';
import { typesOf } from '../document/json-schema.ts';
import type { KnownValues } from './known-values.ts';
import { knownArbitrary } from './known-values.ts';
import { textArbitrary } from './text-arbitrary.ts';

/** Few rows and fields a call: many small calls find more than few large ones. */
const MOST_ITEMS = 2;
const USUAL_NUMBERS = 1000;

/** Makes arbitraries of valid values. `name` is the field that the value stands in. */
export type ValidValues = (schema: JsonSchema, name?: string) => fc.Arbitrary<unknown>;

const numberArbitrary = (schema: JsonSchema, isInteger: boolean): fc.Arbitrary<number> => {
  const min = schema.minimum ?? schema.exclusiveMinimum ?? -USUAL_NUMBERS;
  const max = schema.maximum ?? schema.exclusiveMaximum ?? Math.max(min, USUAL_NUMBERS);
  const near = Math.min(max, Math.max(min, 0) + USUAL_NUMBERS);
  if (!isInteger) return fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  return fc.oneof(fc.integer({ min: Math.max(min, -USUAL_NUMBERS), max: near }), fc.constantFrom(min, max));
};

/** Arbitraries of the values that a schema takes; fields that are known to the server mostly have a known value. */
export const validValues = (resolve: Resolve, known: KnownValues): ValidValues => {
  const object = (schema: JsonSchema): fc.Arbitrary<unknown> => {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, valid(property, name)]),
    );
    const record = fc.record(fields, {
      requiredKeys: required.filter((name) => name in fields),
      noNullPrototype: true,
    });
    if (typeof additionalProperties !== 'object') return record;
    const names = textArbitrary(schema.propertyNames ?? { minLength: 1, maxLength: 20 });
    const more = fc.dictionary(names, valid(additionalProperties), {
      maxKeys: MOST_ITEMS,
      noNullPrototype: true,
    });
    return fc.tuple(record, more).map(([own, others]) => ({ ...others, ...own }));
  };

  const array = (schema: JsonSchema, name: string): fc.Arbitrary<unknown> => {
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => valid(item)));
    const items = typeof schema.items === 'object' ? valid(schema.items, name) : fc.jsonValue();
    const minLength = schema.minItems ?? 0;
    const maxLength = Math.min(schema.maxItems ?? Infinity, minLength + MOST_ITEMS);
    return fc.array(items, { minLength, maxLength });
  };

  const byType = (schema: JsonSchema, type: string, name: string): fc.Arbitrary<unknown> => {
    if (type === 'object') return object(schema);
    if (type === 'array') return array(schema, name);
    if (type === 'string') return textArbitrary(schema);
    if (type === 'integer' || type === 'number') return numberArbitrary(schema, type === 'integer');
    return type === 'boolean' ? fc.boolean() : fc.constant(null);
  };

  const generic = (schema: JsonSchema, name: string): fc.Arbitrary<unknown> => {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map((choice) => valid(choice, name)));
    const types = typesOf(schema);
    if (types.length === 0) return fc.jsonValue({ maxDepth: 1 });
    return fc.oneof(...types.map((type) => byType(schema, type, name)));
  };

  const valid: ValidValues = (reference, name = '') => {
    const schema = resolve(reference);
    const arbitrary = generic(schema, name);
    const isLeaf = typesOf(schema).every((type) => type !== 'object' && type !== 'array');
    const planted = isLeaf ? knownArbitrary(known, name) : undefined;
    return planted ? fc.oneof({ weight: 5, arbitrary: planted }, { weight: 1, arbitrary }) : arbitrary;
  };
  return valid;
};
