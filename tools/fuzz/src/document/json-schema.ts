/** What the document uses of JSON Schema 2020-12. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The types that a schema names itself. */
export const typesOf = (schema: JsonSchema): readonly string[] =>
  schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;

const REFERENCE = /^#\/components\/schemas\/([^/]+)$/;

/** Follows references to the document's own definitions. */
export type Resolve = (schema: JsonSchema) => JsonSchema;

/** Follows references into these definitions; one to anywhere else is a mistake of the document. */
export const resolverOf =
  (definitions: Readonly<Record<string, JsonSchema>>): Resolve =>
  (schema) => {
    let found = schema;
    while (found.$ref !== undefined) {
      const next = definitions[REFERENCE.exec(found.$ref)?.[1] ?? ''];
      if (next === undefined)
        throw new Error(`the document refers to ${found.$ref}, which it does not define`);
      found = next;
    }
    return found;
  };
