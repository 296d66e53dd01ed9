/** What a report may ask of the server, whatever its format. A report beyond one of these is refused as invalid. */
export interface ReportLimits {
  /** Longest line of a line-based report, in UTF-16 units. */
  readonly lineLength: number;
  readonly xmlDepth: number;
  readonly xmlAttributes: number;
  readonly xmlAttributeLength: number;
  readonly xmlNameLength: number;
  /** Longest stretch of XML in which no tag or attribute ends, in UTF-16 units. */
  readonly xmlTokenLength: number;
  /** Milliseconds of work on one report; waiting for the sender does not count. */
  readonly workMs: number;
}

export const REPORT_LIMITS: ReportLimits = {
  lineLength: 1024 * 1024,
  xmlDepth: 100,
  xmlAttributes: 200,
  xmlAttributeLength: 64 * 1024,
  xmlNameLength: 1000,
  xmlTokenLength: 1024 * 1024,
  workMs: 60_000,
};
