import { DomainError } from '@codemetrics/contracts';
import type { ReportParser } from '../../report/report-parser.ts';
import type { XmlAttributes } from '../../report/xml-reader.ts';
import { XmlReader } from '../../report/xml-reader.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { countOf, lineNumberOf } from '../line-number.ts';

/**
 * Reads JaCoCo. Lines are the distinct (source file, `nr`) of `sourcefile/line`, covered where an instruction of theirs
 * is (`ci`); branches are their `mb` and `cb`. The counters of a source file are used only where it has no lines, those
 * of the report only where nothing in it has, as of classes that were compiled without line numbers.
 */
export class JacocoParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  readonly #xml: XmlReader;
  #group = '';
  #package = '';
  #file = 0;
  /** Whether the source file that is open has told nothing yet, here or before. */
  #isFileEmpty = false;
  #isJacoco = false;
  /** The counters of the report: covered and in all, by type. */
  readonly #counters = new Map<string, readonly [covered: number, total: number]>();

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
    if (this.#tally.lines === 0 && this.#tally.branches === 0) this.#useCounters();
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (name === 'line') {
      if (parents.at(-1) === 'sourcefile') this.#line(attributes);
    } else if (name === 'sourcefile') this.#sourceFile(attributes);
    else if (name === 'package') this.#package = this.#named(attributes, 'package');
    else if (name === 'group') this.#group = this.#named(attributes, 'group');
    else if (name === 'counter') this.#counter(attributes, parents);
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
    const file = path.filter((part) => part !== '').join('/');
    this.#isFileEmpty = this.#tally.isNewFile(file);
    this.#file = this.#tally.file(file);
  }

  #line({ nr, mi = '0', ci = '0', mb = '0', cb = '0' }: XmlAttributes): void {
    const line = lineNumberOf(nr);
    const covered = countOf(ci);
    const taken = countOf(cb);
    const branches = countOf(mb) + taken;
    if (Number.isNaN(line + countOf(mi) + covered + branches))
      throw this.#xml.fail('a line has a bad number or count');
    if (branches > this.#limits.branchesPerLine) throw this.#xml.fail('a line has too many branches');
    this.#isFileEmpty = false;
    this.#tally.line(this.#file, line, covered > 0);
    if (branches > 0) this.#tally.branchCounts(this.#file, line, taken, branches);
  }

  #counter({ type, missed, covered }: XmlAttributes, parents: readonly string[]): void {
    const isOfFile = parents.at(-1) === 'sourcefile' && this.#isFileEmpty;
    if ((type !== 'LINE' && type !== 'BRANCH') || (parents.length !== 1 && !isOfFile)) return;
    const counts = [countOf(covered), countOf(covered) + countOf(missed)] as const;
    if (Number.isNaN(counts[1])) throw this.#xml.fail('a counter has a bad count');
    if (isOfFile) this.#add(type, counts);
    else this.#counters.set(type, counts);
  }

  #useCounters(): void {
    for (const [type, counts] of this.#counters) this.#add(type, counts);
  }

  #add(type: string, [covered, total]: readonly [covered: number, total: number]): void {
    if (type === 'LINE') this.#tally.addLines(covered, total);
    else this.#tally.addBranches(covered, total);
  }
}

const notJacoco = (found: string): DomainError =>
  new DomainError('unknown-report-format', { detail: `the report is not JaCoCo: ${found}` });
