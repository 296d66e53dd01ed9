import { processorMs } from './processor-ms.ts';

/** A report that is made up while it is read: a head, parts until it is long enough, and a tail. */
export interface GeneratedReport {
  readonly head: string;
  /** The `index`-th part: one file, or one suite. */
  readonly part: (index: number) => string;
  readonly between?: string;
  readonly tail: string;
}

const CHUNK = 64 * 1024;
/** After so many parts they repeat, so that the number of distinct lines does not follow the length. */
const DISTINCT_PARTS = 2000;

/** The bytes of a generated report, and how much processor time went into making them. */
export class ReportStream {
  bytes = 0;
  makingMs = 0;
  readonly #report: GeneratedReport;
  readonly #length: number;

  constructor(report: GeneratedReport, length: number) {
    this.#report = report;
    this.#length = length;
  }

  // Asynchronous as the body of a request is.
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const texts = this.#texts();
    for (;;) {
      const begun = processorMs();
      let text = '';
      let next = texts.next();
      for (; !next.done; next = texts.next()) {
        text += next.value;
        if (text.length >= CHUNK) break;
      }
      const chunk = Buffer.from(text, 'utf8');
      this.bytes += chunk.length;
      this.makingMs += processorMs() - begun;
      yield chunk;
      if (next.done) return;
    }
  }

  *#texts(): Generator<string, void, undefined> {
    const { head, part, between = '', tail } = this.#report;
    yield head;
    for (let index = 0; this.bytes < this.#length; index++) {
      yield (index === 0 ? '' : between) + part(index % DISTINCT_PARTS);
    }
    yield tail;
  }
}
