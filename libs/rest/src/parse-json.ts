import { setImmediate } from 'node:timers/promises';
import type { JsonShape } from '@codemetrics/contracts';
import { DomainError, refuseHeavyJson } from '@codemetrics/contracts';

/** From so many characters on, other requests get a turn between the steps. */
const LARGE = 256 * 1024;
const FORBIDDEN = '__proto__';

/** Whether some object has the field; its depth is bounded by the shape. */
const holdsForbidden = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsForbidden);
  return Object.hasOwn(value, FORBIDDEN) || Object.values(value).some(holdsForbidden);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError('malformed-body', { detail: 'The body is not valid JSON.' });
  }
};

/** Reads JSON of a bounded shape; a field `__proto__` is refused wherever it stands. */
export const parseJson = async (text: string, shape: JsonShape): Promise<unknown> => {
  const rest = text.length > LARGE ? () => setImmediate() : undefined;
  refuseHeavyJson(text, shape);
  await rest?.();
  const value = parsed(text);
  // A reviver would look at every value of every body, which takes longer than all else here. The name can also be
  // written in escapes.
  if (text.includes(FORBIDDEN) || text.includes('\\u')) {
    await rest?.();
    if (holdsForbidden(value))
      throw new DomainError('malformed-body', { detail: 'The body has a field named __proto__.' });
  }
  await rest?.();
  return value;
};
