import { DomainError } from '@codemetrics/contracts';
import type { CoverageFormat } from '@codemetrics/contracts';
import { chooseFormat } from './choose-format.ts';
import { COVERAGE_LIMITS } from './coverage-limits.ts';
import type { CoverageLimits } from './coverage-limits.ts';
import type { CoverageReport } from './coverage-report.ts';
import { CoverageTally } from './coverage-tally.ts';
import { readReport } from '../report/read-report.ts';

export interface ParseCoverageOptions {
  /** Left out: told from the beginning of the report. */
  readonly format?: CoverageFormat;
  /** The largest report, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** For tests: other limits than `COVERAGE_LIMITS`. */
  readonly limits?: Partial<CoverageLimits>;
}

/**
 * Reads a coverage report while it arrives, and counts each line and branch of each file once.
 *
 * Memory follows the number of distinct lines, not the length of the text, and the event loop gets a turn every
 * 256 KiB or 20 ms. Throws a `DomainError`: `invalid-report` (the detail names the line), `unknown-report-format`
 * or `payload-too-large`. A source that is a stream is closed when reading fails.
 */
export const parseCoverage = async (
  chunks: AsyncIterable<Uint8Array> | string,
  options: ParseCoverageOptions,
): Promise<CoverageReport> => {
  const limits = { ...COVERAGE_LIMITS, ...options.limits };
  const tally = new CoverageTally(limits);
  let format: CoverageFormat | undefined;
  try {
    await readReport(chunks, { maxBytes: options.maxBytes, workMs: limits.workMs }, (head) => {
      const reader = chooseFormat(head, options.format);
      format = reader.id;
      return reader.open(tally, limits, head.firstLine);
    });
    return {
      format: format!,
      files: tally.files,
      lines: { covered: tally.linesCovered, total: tally.lines },
      branches: tally.branches > 0 ? { covered: tally.branchesCovered, total: tally.branches } : null,
    };
  } catch (error) {
    // A reader may find out late that a report is not of its format; to name that format was then the mistake.
    if (options.format && error instanceof DomainError && error.code === 'unknown-report-format') {
      throw new DomainError('invalid-report', { detail: error.detail, cause: error });
    }
    throw error;
  }
};
