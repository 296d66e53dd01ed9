import type { ReportParser } from '../../report/report-parser.ts';
import { excerpt, invalidReport } from '../../report/invalid-report.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';

const BLOCK = /^(.+):(\d{1,9}\.\d{1,9},\d{1,9}\.\d{1,9}) (\d{1,9}) (\d{1,20})$/;
const MODE = /^mode: (set|count|atomic)$/;
const MOST_BLOCKS = 5_000_000;

/**
 * Reads Go's cover profile. What it counts are statements, as `go tool cover` does: a block has some, covered where its
 * count is above 0. A block that stands more than once, as in merged profiles, is one.
 */
export class GoParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  /** By file and place: whether it was covered. */
  readonly #blocks = new Map<string, boolean>();
  #line: number;
  #rest = '';
  #hasMode = false;

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#limits = limits;
    this.#line = firstLine - 1;
  }

  write(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#row(line);
    if (this.#rest.length > this.#limits.lineLength)
      throw invalidReport(`longer than ${this.#limits.lineLength} characters`, this.#line + 1);
  }

  end(): void {
    if (this.#rest !== '') this.#row(this.#rest);
    if (!this.#hasMode) throw invalidReport('the profile does not begin with its mode', this.#line);
  }

  #row(text: string): void {
    this.#line++;
    const row = text.trimEnd();
    if (row === '') return;
    // Profiles that were joined repeat it.
    if (MODE.test(row)) {
      this.#hasMode = true;
      return;
    }
    if (!this.#hasMode) throw invalidReport('the profile does not begin with its mode', this.#line);
    const [, file, place, statements, count] = BLOCK.exec(row) ?? [];
    if (file === undefined || place === undefined)
      throw invalidReport(`${excerpt(row)} is no block of a cover profile`, this.#line);
    this.#block(this.#tally.file(file), place, Number(statements), /[1-9]/.test(count ?? ''));
  }

  #block(file: number, place: string, statements: number, isCovered: boolean): void {
    const key = `${file}:${place}`;
    const known = this.#blocks.get(key);
    if (known === undefined) {
      if (this.#blocks.size >= MOST_BLOCKS) throw invalidReport(`over ${MOST_BLOCKS} blocks`, this.#line);
      this.#blocks.set(key, isCovered);
      this.#tally.addLines(isCovered ? statements : 0, statements);
    } else if (isCovered && !known) {
      this.#blocks.set(key, true);
      this.#tally.addLines(statements, 0);
    }
  }
}
