/** What JSON may ask of the server. */
export interface JsonLimits {
  readonly jsonDepth: number;
  /** Longest text or number, in UTF-16 units. */
  readonly jsonTokenLength: number;
  /** Most values in one entry that is held whole, such as one finding. */
  readonly jsonNodes: number;
}

/** What a report may ask of the server, whatever its format. A report beyond one of these is refused as invalid. */
export interface ReportLimits extends JsonLimits {
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
  jsonDepth: 100,
  jsonTokenLength: 1024 * 1024,
  jsonNodes: 2_000_000,
  workMs: 60_000,
};
