import { DomainError } from '@codemetrics/contracts';
import { excerpt } from '../../report/invalid-report.ts';
import type { ReportParser } from '../../report/report-parser.ts';
import type { XmlAttributes } from '../../report/xml-reader.ts';
import { XmlReader } from '../../report/xml-reader.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { readHit } from '../hit-count.ts';
import { lineNumberOf } from '../line-number.ts';

/**
 * Reads Clover. Lines are the distinct (file, `num`) of the `line` elements of type `stmt`; a `cond` element has two
 * branches, taken where `truecount` and `falsecount` are above 0; `method` elements count nothing here, nor does what
 * stands in `testproject`, the tests' own code. The totals of `metrics` are not used: excerpts and merged reports keep
 * those of the whole.
 */
export class CloverParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #xml: XmlReader;
  #file = 0;
  #hasProject = false;

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#xml = new XmlReader((...element) => this.#element(...element), limits, firstLine);
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): void {
    this.#xml.end();
    if (!this.#hasProject) throw notClover('no <project> in it');
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (parents[1] === 'testproject') return;
    if (name === 'line') this.#line(attributes, parents);
    else if (name === 'file') this.#open(attributes);
    else if (parents.length === 0 && name !== 'coverage')
      throw notClover(`root element <${name.slice(0, 60)}>, not <coverage>`);
    else if (parents.length === 1 && (name === 'project' || name === 'testproject')) this.#hasProject = true;
  }

  #open({ path, name }: XmlAttributes): void {
    const file = path ?? name;
    if (file === undefined) throw this.#xml.fail('a file has neither path nor name');
    this.#file = this.#tally.file(file);
  }

  #line(attributes: XmlAttributes, parents: readonly string[]): void {
    const { num, type } = attributes;
    if (parents.at(-1) !== 'file' || (type !== 'stmt' && type !== 'cond')) return;
    const line = lineNumberOf(num);
    if (Number.isNaN(line)) throw this.#xml.fail(`a line has the bad number ${excerpt(num ?? '')}`);
    if (type === 'stmt') this.#tally.line(this.#file, line, this.#hit(attributes, 'count'));
    else {
      const taken = ['truecount', 'falsecount'].filter((count) => this.#hit(attributes, count)).length;
      this.#tally.branchCounts(this.#file, line, taken, 2);
    }
  }

  #hit(attributes: XmlAttributes, name: string): boolean {
    const count = attributes[name] ?? '';
    const hit = readHit(count, 0, count.length);
    if (hit < 0 || count.includes(',')) throw this.#xml.fail(`a line has the bad ${name} ${excerpt(count)}`);
    return hit > 0;
  }
}

const notClover = (found: string): DomainError =>
  new DomainError('unknown-report-format', { detail: `the report is not Clover: ${found}` });
