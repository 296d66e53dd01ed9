import type { CoverageTally } from '../coverage-tally.ts';
import { KeyTable } from '../key-table.ts';

const NOT_RUN = 1;
const RUN = 2;

/**
 * Brings the lines of statements (`statementMap`) and how often they ran (`s`) together, in whichever order they come.
 * A statement that has only one of the two does not count, as in istanbul-lib-coverage.
 */
export class StatementTable {
  readonly #tally: CoverageTally;
  /** By file and statement: its line and 1, and whether it ran; 0 while unknown. */
  readonly #table = new KeyTable();

  constructor(tally: CoverageTally) {
    this.#tally = tally;
  }

  line(file: number, id: string, line: number): void {
    const at = this.#place(file, id);
    this.#table.words[at] = line + 1;
    this.#count(file, at);
  }

  hits(file: number, id: string, isHit: boolean): void {
    const at = this.#place(file, id);
    this.#table.words[at + 1] = isHit ? RUN : NOT_RUN;
    this.#count(file, at);
  }

  #place(file: number, id: string): number {
    return this.#table.find(file, this.#tally.branchName(id, 0, id.length), 0, 0);
  }

  #count(file: number, at: number): void {
    const [line = 0, ran = 0] = [this.#table.words[at], this.#table.words[at + 1]];
    if (line > 0 && ran > 0) this.#tally.line(file, line - 1, ran === RUN);
  }
}
