import type { TokenizerError } from '@streamparser/json';
import { Tokenizer, TokenType } from '@streamparser/json';
import type { DomainError } from '@codemetrics/contracts';
import { excerpt, invalidReport } from './invalid-report.ts';
import type { JsonLimits } from './report-limits.ts';
import type { ReportParser } from './report-parser.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
/** Without a prototype, so that a key such as `__proto__` is a key like any other. */
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}
export type JsonPath = readonly (string | number)[];

type Container = JsonValue[] | JsonObject;

interface Frame {
  readonly isArray: boolean;
  /** What it is built into; undefined where its content is passed over. */
  readonly into: Container | undefined;
}

/** What a reader of JSON wants to hear of. */
export interface JsonListeners {
  /** Whether the value at a path is wanted whole. Asked for each value that is not within a wanted one. */
  readonly wants: (path: JsonPath) => boolean;
  /** A wanted value is complete. */
  readonly value: (path: JsonPath, value: JsonValue) => void;
  /** An object or array that is not wanted whole has ended. */
  readonly end?: (path: JsonPath) => void;
}

/** Reads JSON piece by piece within limits, and builds only the values that are wanted. Errors name the line. */
export class JsonReader implements ReportParser {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: 64 * 1024 });
  readonly #frames: Frame[] = [];
  readonly #path: (string | number)[] = [];
  readonly #listeners: JsonListeners;
  readonly #limits: JsonLimits;
  #line: number;
  #isKeyNext = false;
  #isDone = false;
  #sinceToken = 0;
  #nodes = 0;
  #failure: DomainError | undefined;

  constructor(listeners: JsonListeners, limits: JsonLimits, firstLine: number) {
    this.#listeners = listeners;
    this.#limits = limits;
    this.#line = firstLine;
    this.#tokenizer.onToken = ({ token, value }) =>
      this.#token(token, value as string | number | boolean | null);
    this.#tokenizer.onError = (error) => this.#fail(error);
  }

  write(text: string): void {
    // By lines, so that an error knows its own; a line of a whole document is cut.
    for (let from = 0; from < text.length;) {
      const newline = text.indexOf('\n', from);
      const to = newline < 0 ? text.length : newline + 1;
      this.#sinceToken += to - from;
      this.#tokenizer.write(text.slice(from, to));
      if (this.#failure) throw this.#failure;
      if (this.#sinceToken > this.#limits.jsonTokenLength)
        throw this.fail(`a text or number is longer than ${this.#limits.jsonTokenLength} characters`);
      if (newline >= 0) this.#line++;
      from = to;
    }
  }

  end(): void {
    if (!this.#isDone) throw this.fail('the report ends in the middle');
  }

  /** An `invalid-report` error at the line that is being read. */
  fail(message: string): DomainError {
    return invalidReport(message, this.#line);
  }

  #fail(error: Error | TokenizerError): void {
    // What a listener refuses comes back as it was; all else is about the JSON.
    if (this.#failure) return;
    this.#failure =
      'code' in error
        ? (error as unknown as DomainError)
        : this.fail(`the JSON is not well-formed: ${excerpt(error.message)}`);
  }

  #token(token: TokenType, value: string | number | boolean | null): void {
    this.#sinceToken = 0;
    if (this.#failure) return;
    if (this.#isDone) throw this.fail('something stands after the end of the JSON');
    if (token === TokenType.COMMA) return this.#comma();
    if (token === TokenType.COLON) return;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET)
      return this.#close(token === TokenType.RIGHT_BRACKET);
    const frame = this.#frames.at(-1);
    if (frame && !frame.isArray && this.#isKeyNext) return this.#key(token, value);
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET)
      return this.#open(token === TokenType.LEFT_BRACKET);
    this.#primitive(value);
  }

  #key(token: TokenType, value: string | number | boolean | null): void {
    if (token !== TokenType.STRING) throw this.fail('a key of an object is no text');
    this.#path[this.#path.length - 1] = value as string;
    this.#isKeyNext = false;
  }

  #comma(): void {
    const frame = this.#frames.at(-1);
    if (!frame) throw this.fail('a comma stands outside of objects and arrays');
    if (frame.isArray) (this.#path[this.#path.length - 1] as number)++;
    else this.#isKeyNext = true;
  }

  #open(isArray: boolean): void {
    if (this.#frames.length >= this.#limits.jsonDepth)
      throw this.fail(`objects and arrays are nested more than ${this.#limits.jsonDepth} deep`);
    const parent = this.#frames.at(-1)?.into;
    const isWanted = parent !== undefined || this.#listeners.wants(this.#path);
    const into = isWanted ? (isArray ? [] : (Object.create(null) as JsonObject)) : undefined;
    if (parent && into) this.#put(parent, into);
    else this.#nodes = 0;
    this.#frames.push({ isArray, into });
    this.#path.push(isArray ? 0 : '');
    this.#isKeyNext = !isArray;
  }

  #close(isArray: boolean): void {
    const frame = this.#frames.pop();
    if (!frame || frame.isArray !== isArray) throw this.fail('an object or array ends that was not begun');
    this.#path.pop();
    this.#isKeyNext = false;
    const parent = this.#frames.at(-1)?.into;
    if (frame.into && !parent) this.#listeners.value(this.#path, frame.into);
    else if (!frame.into) this.#listeners.end?.(this.#path);
    if (this.#frames.length === 0) this.#isDone = true;
  }

  #primitive(value: string | number | boolean | null): void {
    const parent = this.#frames.at(-1)?.into;
    if (parent) this.#put(parent, value);
    else if (this.#listeners.wants(this.#path)) this.#listeners.value(this.#path, value);
    if (this.#frames.length === 0) this.#isDone = true;
  }

  #put(parent: Container, value: JsonValue): void {
    if (++this.#nodes > this.#limits.jsonNodes)
      throw this.fail(`one entry of the report has more than ${this.#limits.jsonNodes} values`);
    if (Array.isArray(parent)) parent.push(value);
    else parent[this.#path.at(-1) as string] = value;
  }
}
