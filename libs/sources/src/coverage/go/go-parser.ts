import type { ReportParser } from '../../report/report-parser.ts';
import { excerpt, invalidReport } from '../../report/invalid-report.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { BlockTable } from './block-table.ts';

const BLOCK = /^(.+):(\d{1,9})\.(\d{1,9}),(\d{1,9})\.(\d{1,9}) (\d{1,9}) (\d{1,20})$/;
const MODE = /^mode: (?:set|count|atomic)$/;

/**
 * Reads Go's cover profile. What it counts are statements, as `go tool cover` does: a block has some, covered where its
 * count is above 0. A block that stands more than once, as in merged profiles, is one; whether the counts would be
 * added or not, as the mode tells, it is covered if any of its rows is.
 */
export class GoParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  readonly #blocks: BlockTable;
  #line: number;
  #rest = '';
  #hasMode = false;

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#limits = limits;
    this.#blocks = new BlockTable(tally);
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
    if (row.startsWith('mode: ') && MODE.test(row)) {
      this.#hasMode = true;
      return;
    }
    if (!this.#hasMode) throw invalidReport('the profile does not begin with its mode', this.#line);
    const [, name, line, column, endLine, endColumn, statements, count] = BLOCK.exec(row) ?? [];
    if (name === undefined || count === undefined)
      throw invalidReport(`${excerpt(row)} is no block of a cover profile`, this.#line);
    const place = [Number(line), Number(column), Number(endLine), Number(endColumn)] as const;
    const isCovered = /[1-9]/.test(count);
    if (!this.#blocks.add(this.#tally.file(name), place, Number(statements), isCovered))
      throw invalidReport(`${excerpt(row)} has another number of statements than before`, this.#line);
  }
}
