import type { CoverageLimits } from './coverage-limits.ts';
import { detached } from '../report/detached.ts';
import { invalidReport } from '../report/invalid-report.ts';
import { KeyTable } from './key-table.ts';

/** A name is a number up to this, or else gets a number above it. */
const NAMED = 2 ** 31;

/** Counts the distinct files, lines and branches of one report while it is read; the last word is "any hit". */
export class CoverageTally {
  lines = 0;
  linesCovered = 0;
  branches = 0;
  branchesCovered = 0;
  readonly #limits: CoverageLimits;
  readonly #files = new Map<string, number>();
  readonly #branchNames = new Map<string, number>();
  readonly #lineTable = new KeyTable();
  readonly #branchTable = new KeyTable();

  constructor(limits: CoverageLimits) {
    this.#limits = limits;
  }

  get files(): number {
    return this.#files.size;
  }

  /** The number of a file, from 1. Throws where the name or the number of files is over the limit. */
  file(name: string): number {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    if (name.length > this.#limits.fileNameLength) {
      throw invalidReport(`a file name is longer than ${this.#limits.fileNameLength} characters`);
    }
    if (this.#files.size >= this.#limits.files) {
      throw invalidReport(`the report names more than ${this.#limits.files} files`);
    }
    const number = this.#files.size + 1;
    this.#files.set(detached(name), number);
    return number;
  }

  /** As `file`; answers whether it was named the first time. */
  isNewFile(name: string): boolean {
    const before = this.#files.size;
    return this.file(name) > before;
  }

  line(file: number, line: number, hit: boolean): void {
    // 32 neighbouring lines share one entry: one word of lines seen, one of lines hit.
    const table = this.#lineTable;
    const at = table.find(file, line >>> 5, 0, 0);
    const { words } = table;
    const bit = 1 << (line & 31);
    const seen = words[at] ?? 0;
    if ((seen & bit) === 0) {
      words[at] = seen | bit;
      this.lines++;
      if (this.lines > this.#limits.lines) throw invalidReport(`over ${this.#limits.lines} distinct lines`);
    }
    const covered = words[at + 1] ?? 0;
    if (hit && (covered & bit) === 0) {
      words[at + 1] = covered | bit;
      this.linesCovered++;
    }
  }

  /** So many lines more, where the report only counts them, or counts what a line has several of. */
  addLines(covered: number, total: number): void {
    this.lines += total;
    this.linesCovered += covered;
    if (this.lines > this.#limits.lines) throw invalidReport(`over ${this.#limits.lines} distinct lines`);
  }

  /** So many branches more, where the report only counts them. */
  addBranches(covered: number, total: number): void {
    this.branches += total;
    this.branchesCovered += covered;
    if (this.branches > this.#limits.branches) throw invalidReport(`over ${this.#limits.branches} branches`);
  }

  /** One branch by its name; `block` and `branch` come from `branchName`. */
  branch(file: number, line: number, block: number, branch: number, taken: boolean): void {
    const table = this.#branchTable;
    const at = table.find(file, line, block, branch >>> 5);
    const { words } = table;
    const bit = 1 << (branch & 31);
    const seen = words[at] ?? 0;
    if ((seen & bit) === 0) {
      words[at] = seen | bit;
      this.branches++;
    }
    const covered = words[at + 1] ?? 0;
    if (taken && (covered & bit) === 0) {
      words[at + 1] = covered | bit;
      this.branchesCovered++;
    }
  }

  /** The branches of one line where a report only counts them: the most seen of each number holds. */
  branchCounts(file: number, line: number, covered: number, total: number): void {
    const table = this.#branchTable;
    const at = table.find(file, line, 0, 0);
    const { words } = table;
    const moreTotal = total - (words[at] ?? 0);
    const moreCovered = covered - (words[at + 1] ?? 0);
    if (moreTotal > 0) words[at] = total;
    if (moreCovered > 0) words[at + 1] = covered;
    this.addBranches(Math.max(moreCovered, 0), Math.max(moreTotal, 0));
  }

  /** The number that stands for a block or branch name such as `0`, `e0` or `i > 0`: `text` between the two places. */
  branchName(text: string, from: number, to: number): number {
    let number = 0;
    let at = from;
    for (; at < to; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    if (at === to && to > from && number < NAMED) return number;
    const name = text.slice(from, to);
    const known = this.#branchNames.get(name);
    if (known !== undefined) return known;
    if (this.#branchNames.size >= this.#limits.branchNames) {
      throw invalidReport(`over ${this.#limits.branchNames} distinct names of branches`);
    }
    const named = NAMED + this.#branchNames.size;
    this.#branchNames.set(detached(name), named);
    return named;
  }
}
