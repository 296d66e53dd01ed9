// Control characters are exactly what is replaced here
const LINE_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
// Several lines may hold tabs and line breaks
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const MAX_URL = 2000;

/**
 * Another system's text as one line that the contracts accept: trimmed, at most `max` UTF-16 units, control
 * characters turned into blanks and lone surrogates into U+FFFD. null where nothing is left.
 */
export const fit = (text: string | null | undefined, max: number): string | null => {
  const line = (text ?? '').toWellFormed().replace(LINE_CONTROL, ' ').trim();
  return cut(line, max).trimEnd() || null;
};

/** The same for text of several lines, such as a commit message; blanks at its ends stay. */
export const fitParagraph = (text: string | null | undefined, max: number): string | null =>
  cut((text ?? '').toWellFormed().replace(CONTROL, ' '), max) || null;

/** The first of several addresses that a browser may open; null where there is none. An address is never cut. */
export const firstHttpUrl = (...addresses: readonly (string | null | undefined)[]): string | null => {
  for (const address of addresses) {
    const url = fit(address, MAX_URL + 1);
    if (url && url.length <= MAX_URL && /^https?:\/\//i.test(url) && URL.canParse(url)) return url;
  }
  return null;
};

/** Cuts without leaving half of a surrogate pair. */
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const splitsPair = (text.charCodeAt(max - 1) & 0xfc00) === 0xd800;
  return text.slice(0, splitsPair ? max - 1 : max);
};
