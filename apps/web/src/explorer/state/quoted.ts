const MOST_SHOWN = 80;

/** A word of the address in a sentence, whatever its length. */
export const quoted = (text: string): string =>
  `“${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}”`;
