/** The text at a place of a payload that was not checked yet; null for anything else. Never throws. */
export const textAt = (payload: unknown, ...path: readonly string[]): string | null => {
  let value = payload;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return typeof value === 'string' ? value : null;
};
