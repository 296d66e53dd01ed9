import type { Filters } from '@codemetrics/contracts';

type Tags = NonNullable<Filters['tags']>;

/** Tags to narrow by as words: `tier:2`, `tier:3`. */
export const splitTags = (tags: Tags | undefined): string[] =>
  Object.entries(tags ?? {}).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${key}:${one}`),
  );

/** Such words as the query takes them; a word without a colon says nothing. */
export const joinTags = (words: readonly string[]): Tags | undefined => {
  const tags = new Map<string, string[]>();
  for (const word of words) {
    const [, key, value] = /^([^:]+):(.+)$/s.exec(word) ?? [];
    if (key !== undefined && value !== undefined) tags.set(key, [...(tags.get(key) ?? []), value]);
  }
  return tags.size === 0 ? undefined : Object.fromEntries(tags);
};
