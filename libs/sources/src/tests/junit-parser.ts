import { DomainError } from '@codemetrics/contracts';
import type { ReportLimits } from '../report/report-limits.ts';
import type { ReportParser } from '../report/report-parser.ts';
import type { XmlAttributes } from '../report/xml-reader.ts';
import { XmlReader } from '../report/xml-reader.ts';
import { CaseTable } from './case-table.ts';
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
const EARLIEST = 0;
const LATEST = Date.UTC(2200, 0, 1);

/** `1,234.5` and `0.012`; anything else tells nothing. */
const secondsOf = (time: string | undefined): number | null => {
  const seconds = Number((time ?? '').replaceAll(',', '') || Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 && seconds < 1e9 ? seconds : null;
};

/** A time without a zone is read as UTC: the report doesn't say where it was. */
const timeOf = (timestamp: string | undefined): number | null => {
  const text = (timestamp ?? '').trim();
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) return null;
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
  return at >= EARLIEST && at < LATEST ? at : null;
};

/** Reads JUnit XML as its many writers have it: suites in suites, or cases alone. Only the cases count. */
export class JunitParser implements ReportParser {
  readonly #xml: XmlReader;
  readonly #cases: CaseTable;
  readonly #suites: (string | null)[] = [];
  #open: OpenCase | null = null;
  #takenAt: number | null = null;

  constructor(limits: ReportLimits & { readonly cases: number }, firstLine: number) {
    this.#cases = new CaseTable(limits.cases);
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
    return this.#cases.report(this.#takenAt === null ? null : new Date(this.#takenAt));
  }

  #element(name: string, attributes: XmlAttributes, parents: readonly string[]): void {
    if (parents.length === 0 && !['testsuites', 'testsuite', 'testcase'].includes(name))
      throw new DomainError('unknown-report-format', {
        detail: `the report is not JUnit XML: root element <${name.slice(0, 60)}>, not <testsuites> or <testsuite>`,
      });
    if (name === 'testsuite') {
      this.#suites.push(attributes['name'] ?? null);
      const at = timeOf(attributes['timestamp']);
      if (at !== null && (this.#takenAt === null || at < this.#takenAt)) this.#takenAt = at;
    } else if (name === 'testcase') this.#begin(attributes);
    else if (this.#open && parents.at(-1) === 'testcase') this.#child(this.#open, name);
  }

  #begin(attributes: XmlAttributes): void {
    if (this.#open) throw this.#xml.fail('a <testcase> stands within another');
    this.#open = {
      name: attributes['name'] ?? '',
      suite:
        attributes['classname'] ?? attributes['class'] ?? this.#suites.at(-1) ?? attributes['file'] ?? null,
      durationSeconds: secondsOf(attributes['time']),
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
