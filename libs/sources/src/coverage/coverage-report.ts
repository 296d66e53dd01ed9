import type { CoverageFormat } from '@codemetrics/contracts';
import type { CoverageLimits } from './coverage-limits.ts';
import type { CoverageTally } from './coverage-tally.ts';
import type { ReportHead } from '../report/report-head.ts';
import type { ReportParser } from '../report/report-parser.ts';

/** How many of a kind exist and how many of them ran. */
export interface CoverageTotals {
  readonly covered: number;
  readonly total: number;
}

/** What a report says, counted from its own rows: each line of each file once. */
export interface CoverageReport {
  readonly format: CoverageFormat;
  /** Distinct file names, those without a line included. */
  readonly files: number;
  readonly lines: CoverageTotals;
  /** null: the report tells nothing about branches. */
  readonly branches: CoverageTotals | null;
}

/** One report format: how it is recognised and how it is read. */
export interface CoverageFormatReader {
  readonly id: CoverageFormat;
  /** As people write it. */
  readonly title: string;
  recognises(head: ReportHead): boolean;
  /** `firstLine` is the line number at which the text begins, for the messages. */
  open(tally: CoverageTally, limits: CoverageLimits, firstLine: number): ReportParser;
}
