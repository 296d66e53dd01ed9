import { DomainError } from '@codemetrics/contracts';
import { invalidReport } from '../report/invalid-report.ts';
import { readReport } from '../report/read-report.ts';
import type { SarifLimits } from './sarif-limits.ts';
import { SARIF_LIMITS } from './sarif-limits.ts';
import { SarifParser } from './sarif-parser.ts';
import type { SarifReport } from './sarif-report.ts';

export interface ParseSarifOptions {
  /** The largest report, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** For tests: other limits than `SARIF_LIMITS`. */
  readonly limits?: Partial<SarifLimits>;
}

/**
 * Reads a SARIF 2.1.0 log while it arrives; of each result only what tells a finding is kept. Nothing that it refers to
 * is fetched. Throws a `DomainError`: `invalid-report` (the detail names the line), `unknown-report-format` or
 * `payload-too-large`.
 */
export const parseSarif = async (
  chunks: AsyncIterable<Uint8Array> | string,
  options: ParseSarifOptions,
): Promise<SarifReport> => {
  const limits = { ...SARIF_LIMITS, ...options.limits };
  const parser = await readReport(chunks, { maxBytes: options.maxBytes, workMs: limits.workMs }, (head) => {
    if (head.text === '') throw invalidReport('the report is empty');
    if (!head.text.startsWith('{'))
      throw new DomainError('unknown-report-format', {
        detail: 'the report is not SARIF: it is no JSON object',
      });
    return new SarifParser(limits, head.firstLine);
  });
  return parser.report();
};
