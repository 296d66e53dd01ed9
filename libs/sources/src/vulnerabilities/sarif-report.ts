import type { FindingSeverity } from '@codemetrics/contracts';

export type SarifLevel = 'error' | 'warning' | 'note' | 'none';

/** One thing that an analysis found, told apart from others by its fingerprint. */
export interface Finding {
  /** 32 hexadecimal digits: the same finding has the same in every report of its tool. */
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly severity: FindingSeverity;
  readonly level: SarifLevel;
  readonly path: string | null;
  readonly line: number | null;
  readonly message: string | null;
}

/** One run of a tool. */
export interface SarifRun {
  readonly tool: string;
  /** Distinct, and without what is suppressed or passed. */
  readonly findings: readonly Finding[];
  /** Of all results that stand in the report. */
  readonly counts: {
    readonly results: number;
    readonly suppressed: number;
    readonly byLevel: Readonly<Record<SarifLevel, number>>;
  };
}

/** What a SARIF log says. */
export interface SarifReport {
  readonly runs: readonly SarifRun[];
}
