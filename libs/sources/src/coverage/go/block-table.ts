import type { CoverageTally } from '../coverage-tally.ts';
import { KeyTable } from '../key-table.ts';

/** Line and column of the beginning, then of the end. */
type Place = readonly [number, number, number, number];

/** The distinct blocks of a profile; tells the tally of each once. */
export class BlockTable {
  readonly #tally: CoverageTally;
  /** By file and place: the number of statements and 1, and whether any ran. */
  readonly #table = new KeyTable();

  constructor(tally: CoverageTally) {
    this.#tally = tally;
  }

  /** False where the block was told with another number of statements before: Go's own tools refuse that too. */
  add(
    file: number,
    [line, column, endLine, endColumn]: Place,
    statements: number,
    isCovered: boolean,
  ): boolean {
    // Go itself keeps the low 16 bits of a column.
    const columns = (((column & 0xffff) << 16) | (endColumn & 0xffff)) >>> 0;
    const at = this.#table.find(file, line, endLine, columns);
    const { words } = this.#table;
    const known = words[at] ?? 0;
    if (known === 0) {
      words[at] = statements + 1;
      this.#tally.addLines(0, statements);
    } else if (known !== statements + 1) return false;
    if (isCovered && words[at + 1] === 0) {
      words[at + 1] = 1;
      this.#tally.addLines(statements, 0);
    }
    return true;
  }
}
