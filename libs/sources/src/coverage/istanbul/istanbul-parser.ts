import type { z } from 'zod';
import type { JsonValue } from '../../report/json-reader.ts';
import { JsonReader } from '../../report/json-reader.ts';
import type { ReportParser } from '../../report/report-parser.ts';
import { excerpt } from '../../report/invalid-report.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { IstanbulFile, IstanbulSummary } from './istanbul-schema.ts';

/**
 * Reads Istanbul's JSON, file by file. Of `coverage-final.json` the lines are those on which statements begin, covered
 * where any of them ran, and the branches those of `b`: what istanbul-lib-coverage itself makes of them. Of
 * `coverage-summary.json` they are summed over the files; its `total` is used where no file stands beside it.
 */
export class IstanbulParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #json: JsonReader;
  #total: IstanbulSummary | null = null;

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#json = new JsonReader(
      {
        wants: (path) => path.length === 1,
        value: ([name], value) => this.#entry(String(name), value),
      },
      limits,
      firstLine,
    );
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
    if (this.#tally.files > 0) return;
    if (!this.#total) throw this.#json.fail('the report has neither a total nor a file');
    this.#add(this.#total);
  }

  #entry(name: string, value: JsonValue): void {
    const isFinal = typeof value === 'object' && value !== null && 'statementMap' in value;
    if (isFinal) this.#file(this.#tally.file(name), this.#read(IstanbulFile, value, name));
    else if (name === 'total') this.#total = this.#read(IstanbulSummary, value, name);
    else {
      const files = this.#tally.files;
      this.#tally.file(name);
      // A file that stands twice counts once.
      if (this.#tally.files > files) this.#add(this.#read(IstanbulSummary, value, name));
    }
  }

  #add({ lines, branches }: IstanbulSummary): void {
    this.#tally.addLines(lines.covered, lines.total);
    if (branches) this.#tally.addBranches(branches.covered, branches.total);
  }

  #file(file: number, { statementMap, s, b = {} }: IstanbulFile): void {
    for (const [id, { start }] of Object.entries(statementMap))
      this.#tally.line(file, start.line, (s[id] ?? 0) > 0);
    for (const [id, counts] of Object.entries(b)) {
      const block = this.#tally.branchName(id, 0, id.length);
      for (const [branch, count] of counts.entries()) this.#tally.branch(file, 0, block, branch, count > 0);
    }
  }

  #read<Schema extends z.ZodType>(schema: Schema, value: JsonValue, name: string): z.output<Schema> {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const issue = read.error.issues[0]!;
    throw this.#json.fail(`${excerpt(name)}: ${issue.path.map(String).join('.')}: ${issue.message}`);
  }
}
