import { fit, fitParagraph } from '../fit-text.ts';

// What the contracts take for control characters beyond those of ASCII; git keeps whatever an old encoding left.
const HIGH_CONTROL = /[\u0080-\u009f]/g;

/** A text of git's as one line that the API accepts; null where nothing is left. */
export const fitLine = (text: string, max: number): string | null =>
  fit(text.replace(HIGH_CONTROL, ' '), max);

/** The same for a text of several lines, without the blanks around it. */
export const fitMessage = (text: string, max: number): string | null =>
  fitParagraph(text.replace(HIGH_CONTROL, ' ').trim(), max)?.trim() || null;
