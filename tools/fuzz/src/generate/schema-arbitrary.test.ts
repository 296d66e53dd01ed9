import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaValidator } from '../check/schema-validator.ts';
import type { JsonSchema } from '../document/json-schema.ts';
import { resolverOf } from '../document/json-schema.ts';
import { operationsOf } from '../document/operation.ts';
import { realDocument } from './real-document.ts';
import { validValues } from './schema-arbitrary.ts';

const document = realDocument();
const validate = schemaValidator(document);
const resolve = resolverOf(document.components?.schemas ?? {});
const RUNS = { numRuns: 30, seed: 1 };

describe('validValues', () => {
  const valid = validValues(resolve, new Map());
  const schemas = operationsOf(document).flatMap(({ id, parameters, bodies }) => [
    ...parameters.map(({ name, schema }): [string, JsonSchema] => [`${id} ${name}`, schema]),
    ...bodies.slice(0, 1).map(({ schema }): [string, JsonSchema] => [`${id} body`, schema]),
  ]);

  test('there are schemas to make values of', () => {
    expect(schemas.length).toBeGreaterThan(100);
  });

  test.each(schemas)('values for %s fit their schema', (_name, schema) => {
    fc.assert(
      fc.property(valid(schema), (value) => {
        expect(validate(schema, value)).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('fields that are known get known values, most of the time and not always', () => {
    const known = validValues(resolve, new Map([['id', ['planted']]]));
    const schema: JsonSchema = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
    const values = fc.sample(known(schema), { numRuns: 200, seed: 1 }) as { id: string }[];
    const planted = values.filter(({ id }) => id === 'planted').length;
    expect(planted).toBeGreaterThan(100);
    expect(planted).toBeLessThan(200);
  });
});
