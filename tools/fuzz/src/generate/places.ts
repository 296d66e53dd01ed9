import type { JsonSchema, Resolve } from '../document/json-schema.ts';
import { typesOf } from '../document/json-schema.ts';

/** One place within a value: how to get there, what stands there and what the schema says of it. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly schema: JsonSchema;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** The choice that fits the value's type; the first where none does. */
const chosen = (schema: JsonSchema, value: unknown, resolve: Resolve): JsonSchema => {
  const found = resolve(schema);
  const choices = found.anyOf ?? found.oneOf;
  if (!choices) return found;
  const fitting = choices.map(resolve).find((choice) => {
    const types = typesOf(choice);
    return types.includes(typeOf(value)) || (types.includes('integer') && typeof value === 'number');
  });
  return chosen(fitting ?? choices[0]!, value, resolve);
};

const schemaOfField = (schema: JsonSchema, name: string): JsonSchema =>
  schema.properties?.[name] ??
  (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {});

const schemaOfItem = (schema: JsonSchema, index: number): JsonSchema =>
  schema.prefixItems?.[index] ?? (typeof schema.items === 'object' ? schema.items : {});

/** Every place of a value, the whole first. */
export const placesOf = (root: JsonSchema, whole: unknown, resolve: Resolve): readonly Place[] => {
  const places: Place[] = [];
  const visit = (schema: JsonSchema, value: unknown, path: readonly (string | number)[]): void => {
    const here = chosen(schema, value, resolve);
    places.push({ path, value, schema: here });
    if (Array.isArray(value))
      value.forEach((item, index) => visit(schemaOfItem(here, index), item, [...path, index]));
    else if (isObject(value))
      for (const [name, field] of Object.entries(value))
        visit(schemaOfField(here, name), field, [...path, name]);
  };
  visit(root, whole, []);
  return places;
};

/** Something in place of what stands at a path; undefined takes it away. The rest is shared. */
export const replaced = (whole: unknown, path: readonly (string | number)[], value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const items = whole as readonly unknown[];
    if (rest.length === 0 && value === undefined) return items.filter((_, index) => index !== key);
    return items.map((item, index) => (index === key ? replaced(item, rest, value) : item));
  }
  const fields = Object.entries(whole as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      if (name !== key) return [[name, field]];
      if (rest.length === 0 && value === undefined) return [];
      return [[name, replaced(field, rest, value)]];
    }),
  );
};
