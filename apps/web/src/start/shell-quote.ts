/** A text as one word of a POSIX shell, whatever is in it: names come from people, and commands are run as they are shown. */
export const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
