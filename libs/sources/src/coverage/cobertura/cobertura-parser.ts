import { DomainError } from '@codemetrics/contracts';
import { MAX_LINE_NUMBER } from '../coverage-limits.ts';
import type { CoverageLimits } from '../coverage-limits.ts';
import type { ReportParser } from '../../report/report-parser.ts';
import type { CoverageTally } from '../coverage-tally.ts';
import { readHit } from '../hit-count.ts';
import { excerpt } from '../../report/invalid-report.ts';
import { XmlReader } from '../../report/xml-reader.ts';
import type { XmlAttributes } from '../../report/xml-reader.ts';

const CONDITIONS = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/;

/**
 * Reads Cobertura. Lines are the distinct (file name, number) of `class/lines/line`, hit if any of them is; the
 * lines inside methods repeat those of the class and do not count. Branches come from `condition-coverage`,
 * the largest of each number where a line stands more than once. The totals that the report declares are not used.
 */
export class CoberturaParser implements ReportParser {
  readonly #tally: CoverageTally;
  readonly #limits: CoverageLimits;
  readonly #xml: XmlReader;
  #file = 0;
  #certain = false;

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
    if (!this.#certain) throw notCobertura('neither line-rate nor <packages> in it');
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (name === 'line') this.#line(attributes, parents);
    else if (name === 'class') this.#class(attributes);
    else if (parents.length === 0) this.#root(name, attributes);
    else if (parents.length === 1) this.#section(name);
  }

  #root(name: string, attributes: XmlAttributes): void {
    if (name !== 'coverage') throw notCobertura(`root element <${name.slice(0, 60)}>, not <coverage>`);
    this.#certain = attributes['line-rate'] !== undefined;
  }

  #section(name: string): void {
    if (name === 'packages') this.#certain = true;
    // Clover's content is a project, that of SonarQube's generic format are files.
    else if (name === 'project' || name === 'file') throw notCobertura(`<${name}> directly in <coverage>`);
  }

  #class({ filename }: XmlAttributes): void {
    if (filename === undefined) throw this.#xml.fail('a class has no filename');
    this.#file = this.#tally.file(filename);
  }

  #line(attributes: XmlAttributes, parents: readonly string[]): void {
    if (parents.at(-1) !== 'lines' || parents.at(-2) !== 'class') return;
    const { number = '', hits = '', 'condition-coverage': conditions } = attributes;
    const line = /^\d{1,10}$/.test(number) ? Number(number) : Number.NaN;
    if (!(line <= MAX_LINE_NUMBER)) throw this.#xml.fail(`a line has the bad number ${excerpt(number)}`);
    const hit = readHit(hits, 0, hits.length);
    if (hit < 0 || hits.includes(',')) throw this.#xml.fail(`a line has the bad hits ${excerpt(hits)}`);
    this.#tally.line(this.#file, line, hit > 0);
    if (conditions !== undefined) this.#branches(line, conditions);
  }

  #branches(line: number, conditions: string): void {
    const [, covered = '', total = ''] = CONDITIONS.exec(conditions) ?? [];
    // Some tools write the percentage alone, which tells no number of branches.
    if (total === '') return;
    if (Number(total) > this.#limits.branchesPerLine || Number(covered) > Number(total)) {
      throw this.#xml.fail(`a line has the impossible condition-coverage ${excerpt(conditions)}`);
    }
    this.#tally.branchCounts(this.#file, line, Number(covered), Number(total));
  }
}

const notCobertura = (found: string): DomainError =>
  new DomainError('unknown-report-format', { detail: `the report is not Cobertura: ${found}` });
