/** A kind of data in words: `pipeline-runs` is `pipeline runs`. */
export const kindName = (kind: string): string => kind.replaceAll('-', ' ');

/** The same at the beginning of a sentence. */
export const kindTitle = (kind: string): string => {
  const name = kindName(kind);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};
