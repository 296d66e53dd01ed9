import { setImmediate } from 'node:timers/promises';
import { fit } from '../fit-text.ts';
import { findingOf, levelOf } from './finding.ts';
import type { OpenRun } from './open-run.ts';
import { ruleTable } from './rule-table.ts';
import type { Finding, SarifLevel, SarifRun } from './sarif-report.ts';

const REST_AFTER = 1000;

/** The findings of a run; a large one takes several turns of the event loop. */
export const workOut = async ({ tool, results, rules, artifacts }: OpenRun): Promise<SarifRun> => {
  const ruleOf = ruleTable(rules);
  const byLevel: Record<SarifLevel, number> = { error: 0, warning: 0, note: 0, none: 0 };
  const findings = new Map<string, Finding>();
  let suppressed = 0;
  for (const [index, result] of results.entries()) {
    if (index % REST_AFTER === REST_AFTER - 1) await setImmediate();
    const rule = ruleOf(result);
    byLevel[levelOf(result, rule)]++;
    if (result.isSuppressed) suppressed++;
    else if (result.isFail && !result.isAbsent) {
      const finding = findingOf(result, rule, artifacts);
      if (!findings.has(finding.fingerprint)) findings.set(finding.fingerprint, finding);
    }
  }
  return {
    tool: fit(tool, 200) ?? 'unknown',
    findings: [...findings.values()],
    counts: { results: results.length, suppressed, byLevel },
  };
};
