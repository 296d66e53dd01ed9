import { DomainError } from '@codemetrics/contracts';
import { excerpt } from '../../report/invalid-report.ts';
import type { JsonPath, JsonValue } from '../../report/json-reader.ts';
import { JsonReader } from '../../report/json-reader.ts';
import type { ReportParser } from '../../report/report-parser.ts';
import { MAX_LINE_NUMBER } from '../coverage-limits.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { StatementTable } from './statement-table.ts';
import { SummaryEntry } from './summary-entry.ts';
import { isWanted } from './wanted-paths.ts';

/**
 * Reads Istanbul's JSON value by value, so that a file of any length takes no more memory than its statements.
 *
 * Of `coverage-final.json` the lines are those on which statements begin, covered where any of them ran, and the
 * branches those of `b`: what istanbul-lib-coverage itself makes of them. Of `coverage-summary.json` they are summed
 * over the files; its `total` is used where no file stands beside it.
 */
export class IstanbulParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #statements: StatementTable;
  readonly #json: JsonReader;
  #total: SummaryEntry | null = null;
  /** Of the entry that is open: its file, where it is one of `coverage-final.json`; whether its statement has a line. */
  #file = 0;
  #hasLine = false;
  #summary = new SummaryEntry();

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#statements = new StatementTable(tally);
    const wants = isWanted;
    const value = (path: JsonPath, found: JsonValue): void => this.#value(path, found);
    const end = (path: JsonPath): void => this.#end(path);
    this.#json = new JsonReader({ wants, value, end }, limits, firstLine);
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
    if (this.#tally.files > 0) return;
    if (!this.#total) {
      throw new DomainError('unknown-report-format', {
        detail: 'the report is not Istanbul: it has neither a total nor a file',
      });
    }
    this.#total.addTo(this.#tally);
  }

  #value(path: JsonPath, value: JsonValue): void {
    const [name, part = '', id = '', index = ''] = path;
    if (part === 'lines' || part === 'branches') {
      if (!this.#summary.put(part, String(id), value)) throw this.#bad(path, 'is no total');
      return;
    }
    this.#file ||= this.#tally.file(String(name));
    if (part === 'statementMap') this.#line(path, String(id), value);
    else {
      // Infinity is what a count like 1e400 comes to.
      if (typeof value !== 'number' || !(value >= 0 && value < Infinity))
        throw this.#bad(path, 'is no count');
      if (part === 's') this.#statements.hits(this.#file, String(id), value > 0);
      else this.#branch(String(id), String(index), value > 0);
    }
  }

  #line(path: JsonPath, id: string, value: JsonValue): void {
    const isLine = typeof value === 'number' && Number.isInteger(value) && value >= 0;
    if (!isLine || value > MAX_LINE_NUMBER) throw this.#bad(path, 'is no line number');
    this.#statements.line(this.#file, id, value);
    this.#hasLine = true;
  }

  #branch(id: string, index: string, isTaken: boolean): void {
    const block = this.#tally.branchName(id, 0, id.length);
    this.#tally.branch(this.#file, 0, block, this.#tally.branchName(index, 0, index.length), isTaken);
  }

  #end(path: JsonPath): void {
    if (path.length === 1) this.#endEntry(String(path[0]));
    else if (path[1] !== 'statementMap') return;
    else if (path.length === 2) this.#file ||= this.#tally.file(String(path[0]));
    else if (path.length === 3) {
      if (!this.#hasLine) throw this.#bad(path, 'has no start.line');
      this.#hasLine = false;
    }
  }

  #endEntry(name: string): void {
    const summary = this.#summary;
    const isFile = this.#file > 0;
    this.#summary = new SummaryEntry();
    this.#file = 0;
    if (isFile) return;
    const problem = summary.problem();
    if (problem !== null) throw this.#json.fail(`${excerpt(name)}: ${problem}`);
    if (name === 'total') this.#total = summary;
    // A file that stands twice counts once.
    else if (this.#tally.isNewFile(name)) summary.addTo(this.#tally);
  }

  #bad([name, ...inside]: JsonPath, message: string): DomainError {
    return this.#json.fail(`${excerpt(String(name))}: ${inside.join('.').slice(0, 200)} ${message}`);
  }
}
