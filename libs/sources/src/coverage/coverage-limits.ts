/** What a report may ask of the server. A report beyond one of these is refused as invalid. */
export interface CoverageLimits {
  /** Longest line of a line-based report, in UTF-16 units. */
  readonly lineLength: number;
  /** Longest file name, in UTF-16 units. */
  readonly fileNameLength: number;
  readonly files: number;
  readonly lines: number;
  /** Distinct branch names that are not numbers. */
  readonly branchNames: number;
  readonly branchesPerLine: number;
  readonly xmlDepth: number;
  readonly xmlAttributes: number;
  readonly xmlAttributeLength: number;
  readonly xmlNameLength: number;
  /** Longest stretch of XML in which no tag or attribute ends, in UTF-16 units. */
  readonly xmlTokenLength: number;
  /** Milliseconds of work on one report; waiting for the sender does not count. */
  readonly workMs: number;
}

export const COVERAGE_LIMITS: CoverageLimits = {
  lineLength: 1024 * 1024,
  fileNameLength: 4096,
  files: 200_000,
  lines: 20_000_000,
  branchNames: 100_000,
  branchesPerLine: 1_000_000,
  xmlDepth: 100,
  xmlAttributes: 200,
  xmlAttributeLength: 64 * 1024,
  xmlNameLength: 1000,
  xmlTokenLength: 1024 * 1024,
  workMs: 60_000,
};

/** The largest line number that is read. */
export const MAX_LINE_NUMBER = 2 ** 31 - 1;
