import { excerpt } from './invalid-report.ts';

/** What the tokenizer tells while it reads. */
export interface JsonEvents {
  open(isArray: boolean): void;
  close(isArray: boolean): void;
  key(name: string): void;
  value(value: string | number | boolean | null): void;
  /** What is thrown where the text is no JSON. */
  fail(message: string): Error;
}

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, COMMA, COLON] = [9, 10, 13, 32, 34, 44, 58];
const [OPEN_ARRAY, BACKSLASH, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 92, 93, 123, 125];
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WORDS = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What may come next; named so that a message can tell it. */
type Place =
  'a value' | 'a value or ]' | 'a key' | 'a key or }' | 'a colon' | 'a comma or an end' | 'nothing';

/**
 * Takes strict JSON apart, in pieces that may be cut anywhere.
 *
 * Written by hand: `@streamparser/json` reads 23 MB/s of dense and 11 of indented JSON here and accepts `[1 2]`;
 * this reads several times as much, as it looks at the text itself and copies only what is told.
 */
export class JsonTokenizer {
  line: number;
  readonly #events: JsonEvents;
  readonly #tokenLength: number;
  /** Whether it is an array, of each object and array that is open. */
  readonly #open: boolean[] = [];
  #place: Place = 'a value';
  #token: 'none' | 'text' | 'word' = 'none';
  /** The beginning of a token that an earlier piece ended in; of a text, as it is written. */
  #begun = '';
  #isEscaped = false;
  #hasEscapes = false;

  constructor(events: JsonEvents, tokenLength: number, firstLine: number) {
    this.#events = events;
    this.#tokenLength = tokenLength;
    this.line = firstLine;
  }

  write(text: string): void {
    let at = 0;
    if (this.#token === 'text') at = this.#text(text, 0);
    else if (this.#token === 'word') at = this.#word(text, 0);
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === RETURN || code === TAB) at++;
      else if (code === NEWLINE) {
        this.line++;
        at++;
      } else if (code === QUOTE) at = this.#text(text, at + 1);
      else if (code === COMMA || code === COLON) this.#divide(code, text[at++]!);
      else if (code === OPEN_ARRAY || code === OPEN_OBJECT) this.#enter(code === OPEN_ARRAY, text[at++]!);
      else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) this.#leave(code === CLOSE_ARRAY, text[at++]!);
      else at = this.#word(text, at);
    }
  }

  end(): void {
    if (this.#token === 'word') this.#endWord();
    if (this.#place !== 'nothing' || this.#token === 'text') {
      throw this.#events.fail('the report ends in the middle');
    }
  }

  #text(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === QUOTE) break;
      else if (code === BACKSLASH) this.#isEscaped = this.#hasEscapes = true;
      if (code < SPACE) throw this.#bad('a control character in a text');
    }
    const written = this.#grow(text.slice(from, at), 'text');
    if (at === text.length) return at;
    const hasEscapes = this.#hasEscapes;
    this.#clear();
    this.#endText(hasEscapes ? this.#unescaped(written) : written);
    return at + 1;
  }

  #endText(text: string): void {
    if (this.#place === 'a key' || this.#place === 'a key or }') {
      this.#place = 'a colon';
      this.#events.key(text);
    } else this.#value(text, 'a text');
  }

  #unescaped(written: string): string {
    try {
      return JSON.parse(`"${written}"`) as string;
    } catch {
      throw this.#bad('a text with a bad escape');
    }
  }

  #word(text: string, from: number): number {
    let at = from;
    for (; at < text.length && isOfWord(text.charCodeAt(at)); at++);
    if (at === from && this.#begun === '') throw this.#misplaced(excerpt(text[from] ?? ''));
    this.#grow(text.slice(from, at), 'word');
    if (at < text.length) this.#endWord();
    return at;
  }

  #endWord(): void {
    const word = this.#begun;
    this.#clear();
    const value = NUMBER.test(word) ? Number(word) : WORDS.get(word);
    if (value === undefined) throw this.#misplaced(excerpt(word));
    this.#value(value, excerpt(word));
  }

  #grow(more: string, token: 'text' | 'word'): string {
    this.#token = token;
    this.#begun += more;
    if (this.#begun.length > this.#tokenLength)
      throw this.#events.fail(`a text or number is longer than ${this.#tokenLength} characters`);
    return this.#begun;
  }

  #clear(): void {
    this.#token = 'none';
    this.#begun = '';
    this.#hasEscapes = false;
  }

  #value(value: string | number | boolean | null, found: string): void {
    if (this.#place !== 'a value' && this.#place !== 'a value or ]') throw this.#misplaced(found);
    this.#place = this.#open.length === 0 ? 'nothing' : 'a comma or an end';
    this.#events.value(value);
  }

  #enter(isArray: boolean, found: string): void {
    if (this.#place !== 'a value' && this.#place !== 'a value or ]') throw this.#misplaced(found);
    this.#open.push(isArray);
    this.#place = isArray ? 'a value or ]' : 'a key or }';
    this.#events.open(isArray);
  }

  #leave(isArray: boolean, found: string): void {
    const mayEnd =
      this.#place === 'a comma or an end' || this.#place === (isArray ? 'a value or ]' : 'a key or }');
    if (!mayEnd || this.#open.pop() !== isArray) throw this.#misplaced(found);
    this.#place = this.#open.length === 0 ? 'nothing' : 'a comma or an end';
    this.#events.close(isArray);
  }

  #divide(code: number, found: string): void {
    if (this.#place !== (code === COMMA ? 'a comma or an end' : 'a colon')) throw this.#misplaced(found);
    this.#place = code === COLON || this.#open.at(-1) ? 'a value' : 'a key';
  }

  #misplaced(found: string): Error {
    if (this.#place === 'nothing') return this.#events.fail('something stands after the end of the JSON');
    return this.#bad(`${found} where ${this.#place} belongs`);
  }

  #bad(what: string): Error {
    return this.#events.fail(`the JSON is not well-formed: ${what}`);
  }
}

/** Letters, digits, `+`, `-` and `.`: of what numbers and literals consist. */
const isOfWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  code === 45 ||
  code === 46 ||
  code === 43 ||
  (code >= 65 && code <= 90);
