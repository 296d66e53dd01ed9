import { DomainError } from '@codemetrics/contracts';
import type { ReportLimits } from '../report/report-limits.ts';
import type { ReportParser } from '../report/report-parser.ts';
import type { XmlAttributes } from '../report/xml-reader.ts';
import { XmlReader } from '../report/xml-reader.ts';
import { CaseTable } from './case-table.ts';
import { readSeconds, readTime } from './read-attributes.ts';
import type { TestOutcome, TestReport } from './test-report.ts';

/** The test case element that is open. */
interface OpenCase {
  readonly name: string;
  readonly suite: string | null;
  readonly durationSeconds: number | null;
  isFailed: boolean;
  isError: boolean;
  isSkipped: boolean;
  flakyFailures: number;
}

const RERUNS = new Set(['flakyFailure', 'flakyError', 'rerunFailure', 'rerunError']);
const ROOTS = new Set(['testsuites', 'testsuite', 'testcase']);

/** Reads JUnit XML as its many writers have it: suites in suites, or cases alone. Only the cases count. */
export class JunitParser implements ReportParser {
  readonly #xml: XmlReader;
  readonly #cases: CaseTable;
  readonly #suites: (string | null)[] = [];
  #open: OpenCase | null = null;
  #takenAt = Number.POSITIVE_INFINITY;
  #rootTakenAt: number | null = null;

  constructor(limits: ReportLimits & { readonly cases: number }, firstLine: number) {
    this.#cases = new CaseTable(limits.cases, (message) => this.#xml.fail(message));
    this.#xml = new XmlReader((...element) => this.#element(...element), limits, firstLine, {
      close: (name) => this.#close(name),
    });
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): void {
    this.#xml.end();
  }

  report(): TestReport {
    const at = Number.isFinite(this.#takenAt) ? this.#takenAt : this.#rootTakenAt;
    return this.#cases.report(at === null ? null : new Date(at));
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (parents.length === 0 && !ROOTS.has(name))
      throw new DomainError('unknown-report-format', {
        detail: `the report is not JUnit XML: root element <${name.slice(0, 60)}>, not <testsuites> or <testsuite>`,
      });
    if (name === 'testsuite') {
      this.#suites.push(attributes['name'] ?? null);
      this.#takenAt = Math.min(this.#takenAt, readTime(attributes['timestamp']) ?? this.#takenAt);
    } else if (name === 'testsuites') this.#rootTakenAt ??= readTime(attributes['timestamp']);
    else if (name === 'testcase') this.#begin(attributes);
    else if (this.#open && parents.at(-1) === 'testcase') this.#child(this.#open, name);
  }

  #begin(attributes: XmlAttributes): void {
    if (this.#open) throw this.#xml.fail('a <testcase> stands within another');
    const { name = '', classname, class: className, file, time } = attributes;
    // Jest and others leave the class empty.
    const names = [classname, className, this.#suites.findLast((suite) => suite?.trim()), file];
    this.#open = {
      name,
      suite: names.find((text) => text?.trim()) ?? null,
      durationSeconds: readSeconds(time),
      isFailed: false,
      isError: false,
      isSkipped: false,
      flakyFailures: 0,
    };
  }

  #child(open: OpenCase, name: string): void {
    if (name === 'failure') open.isFailed = true;
    else if (name === 'error') open.isError = true;
    else if (name === 'skipped' || name === 'disabled') open.isSkipped = true;
    else if (RERUNS.has(name)) open.flakyFailures++;
  }

  #close(name: string): void {
    if (name === 'testsuite') this.#suites.pop();
    if (name !== 'testcase' || !this.#open) return;
    const { isFailed, isError, isSkipped, ...run } = this.#open;
    const outcome: TestOutcome = isFailed ? 'failed' : isError ? 'error' : isSkipped ? 'skipped' : 'passed';
    this.#cases.add({ ...run, outcome });
    this.#open = null;
  }
}
