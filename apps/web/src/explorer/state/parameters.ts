import type { Metric } from '@codemetrics/contracts';

/** One parameter of a metric, as the catalogue's JSON Schema has it. */
export interface ParameterSchema {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly options?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

const TYPES = ['string', 'integer', 'number', 'boolean'] as const;

/** The parameters that a metric takes. */
export const parametersOf = ({ parameters }: Pick<Metric, 'parameters'>): readonly ParameterSchema[] =>
  Object.entries((parameters['properties'] ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([name, schema]) => {
      const type = TYPES.find((one) => one === schema['type']);
      if (!type) return [];
      return [
        {
          name,
          type,
          ...(Array.isArray(schema['enum']) && { options: schema['enum'].map(String) }),
          ...('default' in schema && { default: schema['default'] }),
          ...(typeof schema['minimum'] === 'number' && { minimum: schema['minimum'] }),
          ...(typeof schema['maximum'] === 'number' && { maximum: schema['maximum'] }),
        },
      ];
    },
  );

/** A parameter's value out of the text of an address; undefined where it is none. */
export const readParameter = (schema: ParameterSchema, text: string): unknown => {
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (schema.type === 'string') return !schema.options || schema.options.includes(text) ? text : undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || (schema.type === 'integer' && !Number.isInteger(value))) return undefined;
  return value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity) ? undefined : value;
};

/** The parameters without those that are as the metric has them anyway. */
export const withoutDefaults = (
  metric: Pick<Metric, 'parameters'>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const defaults = new Map(parametersOf(metric).map((one) => [one.name, one.default]));
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && defaults.get(name) !== value),
  );
};
