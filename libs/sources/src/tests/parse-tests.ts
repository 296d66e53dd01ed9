import { DomainError } from '@codemetrics/contracts';
import { invalidReport } from '../report/invalid-report.ts';
import { readReport } from '../report/read-report.ts';
import type { ReportHead } from '../report/report-head.ts';
import type { ReportLimits } from '../report/report-limits.ts';
import { REPORT_LIMITS } from '../report/report-limits.ts';
import { JunitParser } from './junit-parser.ts';
import type { TestReport } from './test-report.ts';

/** What a report of tests may ask of the server. */
export interface TestLimits extends ReportLimits {
  /** Most distinct tests. */
  readonly cases: number;
}

export const TEST_LIMITS: TestLimits = {
  ...REPORT_LIMITS,
  // Some write why a test failed into an attribute; like what it printed, that is passed over.
  xmlTokenLength: 16 * 1024 * 1024,
  xmlAttributeLength: 1024 * 1024,
  cases: 500_000,
};

export interface ParseTestsOptions {
  /** The largest report, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** For tests: other limits than `TEST_LIMITS`. */
  readonly limits?: Partial<TestLimits>;
}

const checkHead = (head: ReportHead): void => {
  if (head.text === '') throw invalidReport('the report is empty');
  if (!head.text.startsWith('<'))
    throw new DomainError('unknown-report-format', { detail: 'the report is not JUnit XML: it is no XML' });
  if (head.refused) throw head.refused;
};

/**
 * Reads a JUnit XML report while it arrives. Memory follows the number of distinct tests, not the length of their
 * output. Throws a `DomainError`: `invalid-report` (the detail names the line), `unknown-report-format` or
 * `payload-too-large`.
 */
export const parseTests = async (
  chunks: AsyncIterable<Uint8Array> | string,
  options: ParseTestsOptions,
): Promise<TestReport> => {
  const limits = { ...TEST_LIMITS, ...options.limits };
  const parser = await readReport(chunks, { maxBytes: options.maxBytes, workMs: limits.workMs }, (head) => {
    checkHead(head);
    return new JunitParser(limits, head.firstLine);
  });
  return parser.report();
};
