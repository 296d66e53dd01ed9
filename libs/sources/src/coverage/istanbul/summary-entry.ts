import type { JsonValue } from '../../report/json-reader.ts';
import type { CoverageTally } from '../coverage-tally.ts';

/** The largest total that is read. */
const MOST = 2_000_000_000;

/** One entry of `coverage-summary.json` while it is read: the totals of a file, or of all. */
export class SummaryEntry {
  readonly #counts = new Map<string, number>();

  /** Takes a number such as `lines.covered`; false where it is none. */
  put(part: 'lines' | 'branches', name: string, value: JsonValue): boolean {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MOST) return false;
    this.#counts.set(`${part}.${name}`, value);
    return true;
  }

  /** What keeps it from being an entry. */
  problem(): string | null {
    if (this.#counts.size === 0) return 'it has neither a statementMap nor totals of lines';
    for (const part of ['lines', 'branches'] as const) {
      const { covered, total } = this.#of(part);
      if (part === 'lines' && (covered === undefined || total === undefined))
        return 'lines: total or covered is missing';
      if ((covered ?? 0) > (total ?? 0)) return `${part}: covers more than there is`;
    }
    return null;
  }

  addTo(tally: CoverageTally): void {
    const [lines, branches] = [this.#of('lines'), this.#of('branches')];
    tally.addLines(lines.covered ?? 0, lines.total ?? 0);
    tally.addBranches(branches.covered ?? 0, branches.total ?? 0);
  }

  #of(part: string): { readonly covered: number | undefined; readonly total: number | undefined } {
    return { covered: this.#counts.get(`${part}.covered`), total: this.#counts.get(`${part}.total`) };
  }
}
