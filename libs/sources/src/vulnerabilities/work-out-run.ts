import { setImmediate } from 'node:timers/promises';
import { fit } from '../fit-text.ts';
import { findingOf, isSuppressed, levelOf } from './finding.ts';
import { ruleTable } from './rule-table.ts';
import type { Finding, SarifLevel, SarifRun } from './sarif-report.ts';
import type { SarifResult, SarifTool } from './sarif-schema.ts';

/** A run as it was read. */
export interface ReadRun {
  readonly tool: SarifTool;
  readonly results: readonly SarifResult[];
}

const REST_AFTER = 1000;

/** The findings of a run; a large one takes several turns of the event loop. */
export const workOut = async ({ tool, results }: ReadRun): Promise<SarifRun> => {
  const ruleOf = ruleTable(tool);
  const byLevel: Record<SarifLevel, number> = { error: 0, warning: 0, note: 0, none: 0 };
  const findings = new Map<string, Finding>();
  let suppressed = 0;
  for (const [index, result] of results.entries()) {
    if (index % REST_AFTER === REST_AFTER - 1) await setImmediate();
    const rule = ruleOf(result);
    byLevel[levelOf(result, rule)]++;
    if (isSuppressed(result)) suppressed++;
    else if ((result.kind ?? 'fail') === 'fail' && result.baselineState !== 'absent') {
      const finding = findingOf(result, rule);
      findings.set(finding.fingerprint, finding);
    }
  }
  return {
    tool: fit(tool.driver.name, 200) ?? 'unknown',
    findings: [...findings.values()],
    counts: { results: results.length, suppressed, byLevel },
  };
};
