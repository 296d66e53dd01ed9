import { DomainError } from '@codemetrics/contracts';
import type { ReportParser } from '../../report/report-parser.ts';
import type { XmlAttributes } from '../../report/xml-reader.ts';
import { XmlReader } from '../../report/xml-reader.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { countOf, lineNumberOf } from '../line-number.ts';

/** The attributes that JaCoCo counts a line by: instructions and branches, missed and covered. */
const COUNTS = ['mi', 'ci', 'mb', 'cb'] as const;

/**
 * Reads JaCoCo. Lines are the distinct (source file, `nr`) of `sourcefile/line`, covered where an instruction of theirs
 * is (`ci`); branches are their `mb` and `cb`. The counters of the report are used only where it has no lines at all,
 * as of classes that were compiled without line numbers.
 */
export class JacocoParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  readonly #xml: XmlReader;
  #group = '';
  #package = '';
  #file = 0;
  #isJacoco = false;
  readonly #counters = new Map<string, { readonly missed: number; readonly covered: number }>();

  constructor(tally: CoverageTally, limits: CoverageLimits, firstLine: number) {
    this.#tally = tally;
    this.#limits = limits;
    this.#xml = new XmlReader((...element) => this.#element(...element), limits, firstLine);
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): void {
    this.#xml.end();
    if (!this.#isJacoco) throw notJacoco('neither <package>, <group> nor <counter> in it');
    if (this.#tally.lines === 0) this.#useCounters();
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (name === 'line') {
      if (parents.at(-1) === 'sourcefile') this.#line(attributes);
    } else if (name === 'sourcefile') this.#sourceFile(attributes);
    else if (name === 'package') this.#package = this.#named(attributes, 'package');
    else if (name === 'group') this.#group = this.#named(attributes, 'group');
    else if (name === 'counter' && parents.length === 1) this.#counter(attributes);
    if (parents.length === 0 && name !== 'report')
      throw notJacoco(`root element <${name.slice(0, 60)}>, not <report>`);
    if (parents.length === 1 && ['package', 'group', 'counter'].includes(name)) this.#isJacoco = true;
  }

  #named({ name }: XmlAttributes, element: string): string {
    if (name === undefined) throw this.#xml.fail(`a <${element}> has no name`);
    return name;
  }

  #sourceFile(attributes: XmlAttributes): void {
    const path = [this.#group, this.#package, this.#named(attributes, 'sourcefile')];
    this.#file = this.#tally.file(path.filter((part) => part !== '').join('/'));
  }

  #line(attributes: XmlAttributes): void {
    const line = lineNumberOf(attributes['nr']);
    const [mi = 0, ci = 0, mb = 0, cb = 0] = COUNTS.map((count) => countOf(attributes[count] ?? '0'));
    if (Number.isNaN(line + mi + ci + mb + cb)) throw this.#xml.fail('a line has a bad number or count');
    if (mb + cb > this.#limits.branchesPerLine) throw this.#xml.fail('a line has too many branches');
    this.#tally.line(this.#file, line, ci > 0);
    if (mb + cb > 0) this.#tally.branchCounts(this.#file, line, cb, mb + cb);
  }

  #counter(attributes: XmlAttributes): void {
    const [missed, covered] = [countOf(attributes['missed']), countOf(attributes['covered'])];
    if (Number.isNaN(missed + covered)) throw this.#xml.fail('a counter has a bad count');
    this.#counters.set(attributes['type'] ?? '', { missed, covered });
  }

  #useCounters(): void {
    const lines = this.#counters.get('LINE');
    const branches = this.#counters.get('BRANCH');
    if (lines) this.#tally.addLines(lines.covered, lines.missed + lines.covered);
    if (branches) this.#tally.addBranches(branches.covered, branches.missed + branches.covered);
  }
}

const notJacoco = (found: string): DomainError =>
  new DomainError('unknown-report-format', { detail: `the report is not JaCoCo: ${found}` });
