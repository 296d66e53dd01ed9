import { DomainError } from '../problems/problem.ts';

/** What a JSON text may ask of whoever reads it. */
export interface JsonShape {
  /** Objects and arrays within each other. */
  readonly depth: number;
  /** Values in the whole text. */
  readonly values: number;
  /** Values in one entry of a list that stands in the text's object, such as one row of a batch. */
  readonly entryValues: number;
  /** Fields of one object. */
  readonly fields: number;
}

/** Checking a value takes about a microsecond, and no caller may hold up all others for long. */
export const JSON_SHAPE: JsonShape = { depth: 100, values: 50_000, entryValues: 50_000, fields: 10_000 };

/** Of a batch, whose rows are checked a few at a time. */
export const BATCH_SHAPE: JsonShape = { ...JSON_SHAPE, values: 500_000 };

const [QUOTE, COMMA, BACKSLASH] = [34, 44, 92];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
/** An entry of a list in the object that is the whole. */
const ENTRY_DEPTH = 2;

const tooMuch = (what: string): DomainError =>
  new DomainError('payload-too-large', { detail: `The body has ${what}.` });

/** Where a text of JSON ends that begins before `from`; beyond the end where it does not. */
const endOfText = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return text.length;
};

/**
 * Looks a JSON text through before it is parsed, and refuses what is small to send and large to parse: some
 * milliseconds a mebibyte, whatever it says. Whether it is JSON at all is left to `JSON.parse`.
 */
export const refuseHeavyJson = (text: string, shape: JsonShape): void => {
  /** Of each object and array that is open: how many values it has, negative for an array. */
  const open: number[] = [];
  let [values, entry] = [0, 0];
  const count = (): void => {
    if (++values > shape.values) throw tooMuch(`more than ${shape.values} values`);
    if (open.length <= ENTRY_DEPTH) entry = 0;
    else if (++entry > shape.entryValues) throw tooMuch(`more than ${shape.entryValues} values in one entry`);
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at++);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === COMMA) {
      count();
      const last = open.length - 1;
      if (open[last]! >= 0 && ++open[last]! >= shape.fields)
        throw tooMuch(`more than ${shape.fields} fields in one object`);
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      count();
      if (open.length === shape.depth)
        throw new DomainError('malformed-body', {
          detail: `The body is nested more than ${shape.depth} deep.`,
        });
      open.push(code === OPEN_ARRAY ? -1 : 0);
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) open.pop();
  }
};
