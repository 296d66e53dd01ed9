/** A tag as a filter names it. */
export interface TagWord {
  readonly key: string;
  readonly value: string;
}

// A key has no colon; a value may have anything, so that what divides is written differently inside of one.
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll(',', '%2C');
const plain = (text: string): string => text.replaceAll('%2C', ',').replaceAll('%25', '%');

/** `team:payments`. */
export const tagWord = ({ key, value }: TagWord): string => `${key}:${value}`;

/** What `tagWord` wrote; undefined where it is none. */
const readWord = (word: string): TagWord | undefined => {
  const colon = word.indexOf(':');
  return colon < 1 ? undefined : { key: word.slice(0, colon), value: word.slice(colon + 1) };
};

/** Tags as they stand in the address: `team:payments,tier:1`. */
export const writeTags = (words: readonly string[]): string | undefined =>
  words.length === 0 ? undefined : words.map(escaped).join(',');

/** The words that an address names; what is no tag is passed over. */
export const readTags = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .filter(Boolean)
    .map(plain)
    .filter((word) => readWord(word) !== undefined);

/** Whether a workload has what is asked for: of each key one of the values that are named of it. */
export const hasTags = (tags: Readonly<Record<string, string>>, words: readonly string[]): boolean => {
  const wanted = Map.groupBy(
    words.flatMap((word) => readWord(word) ?? []),
    ({ key }) => key,
  );
  return [...wanted].every(([key, some]) => some.some(({ value }) => tags[key] === value));
};

/** Every tag that workloads have, by key, each once. */
export const tagsOf = (
  workloads: readonly { readonly tags: Readonly<Record<string, string>> }[],
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const { tags } of workloads)
    for (const [key, value] of Object.entries(tags)) found.set(key, (found.get(key) ?? new Set()).add(value));
  return new Map(
    [...found].sort(([a], [b]) => a.localeCompare(b)).map(([key, values]) => [key, [...values].sort()]),
  );
};
