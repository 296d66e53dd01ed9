import { MAX_LINE_NUMBER } from '../coverage-limits.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { ReportParser } from '../../report/report-parser.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { readHit } from '../hit-count.ts';
import { excerpt, invalidReport } from '../../report/invalid-report.ts';

const [COMMA, CR, MINUS, SPACE, B, D, S] = [44, 13, 45, 32, 66, 68, 83];
const OTHER_RECORD = /^[A-Z][A-Z0-9_]{1,15}:/;

/**
 * Reads LCOV. Lines are the union of `DA` over (file, line), branches that of `BRDA` over (file, line, block,
 * branch); a line or branch is covered if any of its rows is. `LF`, `LH` and other summaries are not used: a report
 * that has nothing else has 0 lines.
 */
export class LcovParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  #line: number;
  #rest = '';
  /** 0 outside of a record. */
  #file = 0;
  #begun = 0;
  #number = 0;

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#limits = limits;
    this.#line = firstLine - 1;
  }

  write(text: string): void {
    const data = this.#rest + text;
    let from = 0;
    for (let to = data.indexOf('\n'); to >= 0; to = data.indexOf('\n', from)) {
      this.#row(data, from, to);
      from = to + 1;
    }
    this.#rest = data.slice(from);
    if (this.#rest.length > this.#limits.lineLength) {
      throw invalidReport(`longer than ${this.#limits.lineLength} characters`, this.#line + 1);
    }
  }

  end(): void {
    const last = this.#rest.trimEnd();
    const whole = this.#file === 0 || last === '' || last === 'end_of_record';
    if (whole) this.#row(last, 0, last.length);
    // A row that was cut is a line of its own, though it is not read.
    else this.#line++;
    if (this.#file === 0) return;
    throw invalidReport(
      `the report ends in the middle of the record begun on line ${this.#begun}`,
      this.#line,
    );
  }

  #row(data: string, from: number, end: number): void {
    this.#line++;
    let to = end;
    while (to > from && (data.charCodeAt(to - 1) === CR || data.charCodeAt(to - 1) === SPACE)) to--;
    if (to === from) return;
    const first = data.charCodeAt(from);
    if (first === D && data.startsWith('DA:', from)) this.#lineData(data, from + 3, to);
    else if (first === B && data.startsWith('BRDA:', from)) this.#branchData(data, from + 5, to);
    else if (first === S && data.startsWith('SF:', from)) this.#begin(data.slice(from + 3, to));
    else this.#other(data.slice(from, to));
  }

  #lineData(data: string, from: number, to: number): void {
    const comma = this.#numberEnd(data, from, to);
    const hit = readHit(data, comma + 1, to);
    if (hit < 0) throw this.#bad('DA', data.slice(from, to));
    if (this.#file === 0) throw invalidReport('DA stands outside of a record (no SF before it)', this.#line);
    this.#tally.line(this.#file, this.#number, hit > 0);
  }

  #branchData(data: string, from: number, to: number): void {
    const afterLine = this.#numberEnd(data, from, to);
    const afterBlock = data.indexOf(',', afterLine + 1);
    // The branch may be an expression with commas of its own; the count is what follows the last one.
    const afterBranch = data.lastIndexOf(',', to - 1);
    if (afterBlock < 0 || afterBranch <= afterBlock) throw this.#bad('BRDA', data.slice(from, to));
    const never = to - afterBranch === 2 && data.charCodeAt(afterBranch + 1) === MINUS;
    const taken = never ? 0 : readHit(data, afterBranch + 1, to);
    if (taken < 0) throw this.#bad('BRDA', data.slice(from, to));
    if (this.#file === 0)
      throw invalidReport('BRDA stands outside of a record (no SF before it)', this.#line);
    const block = this.#tally.branchName(data, afterLine + 1, afterBlock);
    const branch = this.#tally.branchName(data, afterBlock + 1, afterBranch);
    this.#tally.branch(this.#file, this.#number, block, branch, taken > 0);
  }

  #begin(name: string): void {
    if (this.#file !== 0) {
      throw invalidReport(
        `SF before the end_of_record of the record begun on line ${this.#begun}`,
        this.#line,
      );
    }
    this.#file = this.#tally.file(name);
    this.#begun = this.#line;
  }

  #other(row: string): void {
    if (row === 'end_of_record') this.#file = 0;
    // A line "EOF" between records is left by shell scripts that write a report with a here-document.
    else if (!OTHER_RECORD.test(row) && !row.startsWith('#') && !(row === 'EOF' && this.#file === 0)) {
      throw invalidReport(`${excerpt(row)} is no LCOV record`, this.#line);
    }
  }

  /** Reads the line number that a row begins with into `#number`; answers where the comma after it stands. */
  #numberEnd(data: string, from: number, to: number): number {
    let number = 0;
    let at = from;
    for (; at < to; at++) {
      const digit = data.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9 || number > MAX_LINE_NUMBER) break;
      number = number * 10 + digit;
    }
    if (at === from || data.charCodeAt(at) !== COMMA || number > MAX_LINE_NUMBER) {
      throw this.#bad('line number in', data.slice(from, to));
    }
    this.#number = number;
    return at;
  }

  #bad(what: string, row: string): Error {
    return invalidReport(`bad ${what} ${excerpt(row)}`, this.#line);
  }
}
