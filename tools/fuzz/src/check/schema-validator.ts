import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiDocument } from '../document/api-document.ts';
import type { JsonSchema } from '../document/json-schema.ts';

const DEFINITIONS = 'document';

/** Tells why a value does not fit a schema of the document; undefined where it does. */
export type SchemaValidator = (schema: JsonSchema, value: unknown) => string | undefined;

/** References lead into the document's definitions, which stand under an id of their own. */
const withDefinitions = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === '$ref' && typeof value === 'string' ? `${DEFINITIONS}${value}` : value,
    ),
  );

/** A validator of the document's schemas; each is compiled once. */
export const schemaValidator = (document: ApiDocument): SchemaValidator => {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  // The package's types describe its CommonJS form.
  (formats as unknown as (instance: unknown) => void)(ajv);
  ajv.addSchema({ $id: DEFINITIONS, components: withDefinitions(document.components ?? {}) });
  const compiled = new Map<JsonSchema, ValidateFunction>();
  return (schema, value) => {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile(withDefinitions(schema) as object);
      compiled.set(schema, validate);
    }
    if (validate(value)) return undefined;
    const [first] = validate.errors ?? [];
    return `${first?.instancePath || 'the body'} ${first?.message ?? 'is not valid'}`;
  };
};
