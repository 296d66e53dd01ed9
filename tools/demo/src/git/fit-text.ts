const LINE_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Cuts without leaving half of a surrogate pair. */
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const splitsPair = (text.charCodeAt(max - 1) & 0xfc00) === 0xd800;
  return text.slice(0, splitsPair ? max - 1 : max);
};

/** A text of git's as one line that the API accepts; null where nothing is left. */
export const fitLine = (text: string, max: number): string | null =>
  cut(text.toWellFormed().replace(LINE_CONTROL, ' ').trim(), max).trimEnd() || null;

/** The same for a text of several lines. */
export const fitParagraph = (text: string, max: number): string | null =>
  cut(text.toWellFormed().replace(CONTROL, ' ').trim(), max).trimEnd() || null;
