import { DomainError } from '@codemetrics/contracts';
import type { z } from 'zod';

const MAX_ERRORS = 20;

/** The fields of a payload that its schema names. Throws `malformed-body` with the path of what doesn't fit. */
export const readPayload = <Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> => {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const [first = { path: '', message: 'not valid' }] = errors;
  throw new DomainError('malformed-body', {
    detail: `${first.path || 'the payload'}: ${first.message}`,
    errors,
    cause: result.error,
  });
};
