import { z } from 'zod';

type Kind = 'number' | 'boolean' | 'array' | 'text';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

const typesOf = (schema: JsonSchema): string[] =>
  [
    ...(Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type]),
    ...(schema.anyOf ?? []).flatMap(typesOf),
    ...(schema.allOf ?? []).flatMap(typesOf),
  ] as string[];

const kindOf = (schema: JsonSchema): Kind => {
  const types = typesOf(schema);
  if (types.includes('array')) return 'array';
  if (types.includes('string')) return 'text';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('boolean') ? 'boolean' : 'text';
};

const convert = (kind: Kind, value: string | string[]): unknown => {
  if (kind === 'array') return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value;
  // What doesn't look like one stays text, so that the contract refuses it by name.
  if (kind === 'number') return /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
};

/**
 * Turns the text of a query string and a path into the types that a contract describes: the one place where that is
 * done, from the contract's own JSON Schema, without touching the schema itself.
 */
export const queryCoercion = (
  input: z.ZodType,
): ((query: Record<string, string | string[]>) => Record<string, unknown>) => {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, JsonSchema>;
  };
  const kinds = new Map(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [name, kindOf(property)]),
  );
  return (query) =>
    Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, convert(kinds.get(name) ?? 'text', value)]),
    );
};
