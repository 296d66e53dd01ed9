import { createHash } from 'node:crypto';
import type { FindingSeverity } from '@codemetrics/contracts';
import { fit } from '../fit-text.ts';
import type { Finding, SarifLevel } from './sarif-report.ts';
import type { SarifResult, SarifRule } from './sarif-schema.ts';

const BY_LEVEL: Readonly<Record<SarifLevel, FindingSeverity>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'none',
};

/** The bounds that GitHub reads `security-severity` by, which are those of CVSS. */
const severityOf = (score: unknown, level: SarifLevel): FindingSeverity => {
  const number = typeof score === 'string' && score.trim() !== '' ? Number(score) : score;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return BY_LEVEL[level];
  return number >= 9
    ? 'critical'
    : number >= 7
      ? 'high'
      : number >= 4
        ? 'medium'
        : number > 0
          ? 'low'
          : 'none';
};

/** The level that holds for a result, by the rules of SARIF 2.1.0 § 3.27.10. */
export const levelOf = (result: SarifResult, rule: SarifRule | undefined): SarifLevel => {
  if (result.level) return result.level;
  if (result.kind !== undefined && result.kind !== 'fail') return 'none';
  return rule?.defaultConfiguration?.level ?? 'warning';
};

/** Every suppression is accepted; one without a status counts as accepted. */
export const isSuppressed = ({ suppressions }: SarifResult): boolean =>
  !!suppressions?.length && suppressions.every(({ status }) => status === undefined || status === 'accepted');

const printsOf = (result: SarifResult): string | undefined => {
  const prints = { ...result.partialFingerprints, ...result.fingerprints };
  const stable = Object.entries(prints).find(([name]) => /^primaryLocationLineHash/.test(name));
  const used = stable ? [stable] : Object.entries(prints);
  const texts = used
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${name}=${String(value)}`);
  return texts.length > 0 ? texts.sort().join('\n') : undefined;
};

/** A result as a finding; what tells it apart is its fingerprints, else its rule, place and message. */
export const findingOf = (result: SarifResult, rule: SarifRule | undefined): Finding => {
  const place = result.locations?.[0]?.physicalLocation;
  const level = levelOf(result, rule);
  const ruleId = fit(result.ruleId ?? result.rule?.id ?? rule?.id, 300) ?? 'unknown';
  const path = fit(place?.artifactLocation?.uri, 4096);
  const line = Math.min(place?.region?.startLine ?? 0, 2 ** 31 - 1) || null;
  const message = fit(result.message?.text ?? result.message?.markdown, 500);
  const told = printsOf(result);
  const identity = told === undefined ? [ruleId, path, line, message] : [ruleId, path, told];
  const fingerprint = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
  const score = rule?.properties?.['security-severity'] ?? result.properties?.['security-severity'];
  return { fingerprint, ruleId, severity: severityOf(score, level), level, path, line, message };
};
