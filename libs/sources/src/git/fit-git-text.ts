import { fit, fitParagraph } from '../fit-text.ts';

/** A text of git's as one line that the API accepts; null where nothing is left. */
export const fitLine = fit;

/** The same for a text of several lines, without the blanks around it. */
export const fitMessage = (text: string, max: number): string | null =>
  fitParagraph(text.trim(), max)?.trim() || null;
