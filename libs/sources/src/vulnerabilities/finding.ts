import { hash } from 'node:crypto';
import type { FindingSeverity } from '@codemetrics/contracts';
import { fit } from '../fit-text.ts';
import type { ReadResult } from './read-result.ts';
import type { Finding, SarifLevel } from './sarif-report.ts';
import type { SarifRule } from './sarif-schema.ts';

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
  if (number >= 9) return 'critical';
  if (number >= 7) return 'high';
  if (number >= 4) return 'medium';
  return number > 0 ? 'low' : 'none';
};

/** The level that holds for a result, by the rules of SARIF 2.1.0 § 3.27.10. */
export const levelOf = ({ level, isFail }: ReadResult, rule: SarifRule | undefined): SarifLevel =>
  level ?? (isFail ? (rule?.defaultConfiguration?.level ?? 'warning') : 'none');

const messageOf = ({ message, words }: ReadResult, rule: SarifRule | undefined): string | null => {
  if (message !== null || words === null) return message;
  const strings = rule?.messageStrings ?? {};
  const text = Object.hasOwn(strings, words.id) ? strings[words.id]?.text : undefined;
  // Cut first: a crafted text could repeat a long argument without end.
  const filled = text
    ?.slice(0, 1000)
    .replace(/\{(\d{1,2})\}/g, (hole, place) => words.arguments[Number(place)] ?? hole);
  return fit(filled, 500);
};

/** A result as a finding; what tells it apart is its fingerprints, else its rule, place and message. */
export const findingOf = (
  result: ReadResult,
  rule: SarifRule | undefined,
  artifacts: readonly (string | null)[],
): Finding => {
  const level = levelOf(result, rule);
  const ruleId = result.ruleId ?? fit(rule?.id, 300) ?? 'unknown';
  const path = result.path ?? artifacts[result.artifact] ?? null;
  const message = messageOf(result, rule);
  const { line, prints } = result;
  // Equal lines of two files have equal hashes.
  const identity = prints === null ? [ruleId, path, line, message] : [ruleId, path, prints];
  const fingerprint = hash('sha256', JSON.stringify(identity)).slice(0, 32);
  const severity = severityOf(rule?.score ?? result.score, level);
  return { fingerprint, ruleId, severity, level, path, line, message };
};
