/** Control characters and those that turn the direction of text around: invisible, and able to deceive the eye. */

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text of anybody's making with what cannot be seen written out, as JSON would escape it. */
export const showHidden = (text: string): string => text.replace(HIDDEN, escapeOf);

/** JSON with line breaks where it is JSON, and the text as it is where it is not. */
export const prettyJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};
