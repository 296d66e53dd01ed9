import type { ReportLimits } from '../report/report-limits.ts';
import { REPORT_LIMITS } from '../report/report-limits.ts';

/** What a coverage report may ask of the server. A report beyond one of these is refused as invalid. */
export interface CoverageLimits extends ReportLimits {
  /** Longest file name, in UTF-16 units. */
  readonly fileNameLength: number;
  readonly files: number;
  readonly lines: number;
  readonly branches: number;
  /** Distinct branch names that are not numbers. */
  readonly branchNames: number;
  readonly branchesPerLine: number;
}

export const COVERAGE_LIMITS: CoverageLimits = {
  ...REPORT_LIMITS,
  fileNameLength: 4096,
  files: 200_000,
  lines: 20_000_000,
  branches: 100_000_000,
  branchNames: 100_000,
  branchesPerLine: 1_000_000,
};

/** The largest line number that is read. */
export const MAX_LINE_NUMBER = 2 ** 31 - 1;
