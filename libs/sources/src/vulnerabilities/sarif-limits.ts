import type { ReportLimits } from '../report/report-limits.ts';
import { REPORT_LIMITS } from '../report/report-limits.ts';

/** What a SARIF log may ask of the server. A log beyond one of these is refused as invalid. */
export interface SarifLimits extends ReportLimits {
  readonly runs: number;
  readonly results: number;
  readonly rules: number;
  readonly artifacts: number;
}

export const SARIF_LIMITS: SarifLimits = {
  ...REPORT_LIMITS,
  // Of one message, list of suppressions or set of fingerprints; no more of an entry is held.
  jsonNodes: 10_000,
  runs: 1000,
  results: 200_000,
  rules: 200_000,
  artifacts: 1_000_000,
};
