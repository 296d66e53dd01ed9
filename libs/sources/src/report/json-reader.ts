import type { DomainError } from '@codemetrics/contracts';
import { detached } from './detached.ts';
import { invalidReport } from './invalid-report.ts';
import { JsonTokenizer } from './json-tokenizer.ts';
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

/**
 * Reads JSON piece by piece within limits, and builds only the values that are wanted. A key that stands twice is told
 * twice; within a wanted value its last one stands. Errors name the line.
 */
export class JsonReader implements ReportParser {
  readonly #tokenizer: JsonTokenizer;
  readonly #frames: Frame[] = [];
  readonly #path: (string | number)[] = [];
  readonly #listeners: JsonListeners;
  readonly #limits: JsonLimits;
  #nodes = 0;

  constructor(listeners: JsonListeners, limits: JsonLimits, firstLine: number) {
    this.#listeners = listeners;
    this.#limits = limits;
    const events = {
      open: (isArray: boolean) => this.#open(isArray),
      close: () => this.#close(),
      key: (name: string) => {
        this.#path[this.#path.length - 1] = name;
      },
      value: (value: string | number | boolean | null) => this.#primitive(value),
      fail: (message: string) => this.fail(message),
    };
    this.#tokenizer = new JsonTokenizer(events, limits.jsonTokenLength, firstLine);
  }

  write(text: string): void {
    this.#tokenizer.write(text);
  }

  end(): void {
    this.#tokenizer.end();
  }

  /** An `invalid-report` error at the line that is being read. */
  fail(message: string): DomainError {
    return invalidReport(message, this.#tokenizer.line);
  }

  #open(isArray: boolean): void {
    if (this.#frames.length >= this.#limits.jsonDepth)
      throw this.fail(`objects and arrays are nested more than ${this.#limits.jsonDepth} deep`);
    const parent = this.#step();
    const isWanted = parent !== undefined || this.#listeners.wants(this.#path);
    const into = isWanted ? (isArray ? [] : (Object.create(null) as JsonObject)) : undefined;
    if (parent && into) this.#put(parent, into);
    else this.#nodes = 0;
    this.#frames.push({ isArray, into });
    this.#path.push(isArray ? -1 : '');
  }

  #close(): void {
    const into = this.#frames.pop()?.into;
    this.#path.pop();
    if (!into) this.#listeners.end?.(this.#path);
    else if (!this.#frames.at(-1)?.into) this.#listeners.value(this.#path, into);
  }

  #primitive(value: string | number | boolean | null): void {
    const parent = this.#step();
    if (parent) this.#put(parent, value);
    else if (this.#listeners.wants(this.#path)) this.#listeners.value(this.#path, own(value));
  }

  /** A value begins: in an array, at the next place. Answers what it is built into. */
  #step(): Container | undefined {
    const frame = this.#frames.at(-1);
    if (frame?.isArray) (this.#path[this.#path.length - 1] as number)++;
    return frame?.into;
  }

  #put(parent: Container, value: JsonValue): void {
    if (++this.#nodes > this.#limits.jsonNodes)
      throw this.fail(`one entry of the report has more than ${this.#limits.jsonNodes} values`);
    if (Array.isArray(parent)) parent.push(own(value));
    else parent[this.#path.at(-1) as string] = own(value);
  }
}

const own = (value: JsonValue): JsonValue => (typeof value === 'string' ? detached(value) : value);
