/** From this length on, a part of a string is a view of the whole. */
const VIEW_LENGTH = 13;

/** A copy of its own: a slice would keep the piece of the report alive that it was cut from. */
export const detached = (text: string): string =>
  text.length < VIEW_LENGTH ? text : Buffer.from(text, 'utf16le').toString('utf16le');
