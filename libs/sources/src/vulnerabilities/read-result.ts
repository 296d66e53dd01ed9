import { hash } from 'node:crypto';
import { fit } from '../fit-text.ts';
import { detached } from '../report/detached.ts';
import type { SarifLevel } from './sarif-report.ts';
import type { SarifResult } from './sarif-schema.ts';

const MAX_ARGUMENTS = 20;

/** What of a result is held until its run ends, when the rules and artifacts that it names are known. */
export interface ReadResult {
  readonly ruleId: string | null;
  readonly ruleIndex: number;
  /** Place of the extension that its rule belongs to; -1: the driver. */
  readonly extension: number;
  readonly isFail: boolean;
  readonly level: SarifLevel | null;
  readonly isSuppressed: boolean;
  readonly isAbsent: boolean;
  readonly path: string | null;
  readonly artifact: number;
  readonly line: number | null;
  readonly message: string | null;
  /** A message that its rule has the words for. */
  readonly words: { readonly id: string; readonly arguments: readonly string[] } | null;
  /** Digest of what the tool itself tells it apart by. */
  readonly prints: string | null;
  readonly score: unknown;
}

/** Every suppression is accepted; one without a status counts as accepted. */
const isSuppressed = ({ suppressions }: SarifResult): boolean =>
  !!suppressions?.length && suppressions.every(({ status }) => (status ?? 'accepted') === 'accepted');

const printsOf = ({ partialFingerprints, fingerprints }: SarifResult): string | null => {
  const texts = Object.entries({ ...partialFingerprints, ...fingerprints })
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort();
  // The hash of the line and its like outlives a moved line; what stands beside it often tells the column.
  const stable = texts.find((text) => text.startsWith('primaryLocationLineHash'));
  return texts.length === 0 ? null : hash('sha256', stable ?? JSON.stringify(texts)).slice(0, 32);
};

const wordsOf = ({ message }: SarifResult): ReadResult['words'] => {
  const id = fit(message?.id, 300);
  if (id === null) return null;
  const texts = (message?.arguments ?? []).slice(0, MAX_ARGUMENTS);
  return { id, arguments: texts.map((text) => hold(typeof text === 'string' ? text : '', 500) ?? '') };
};

const hold = (text: string | null | undefined, max: number): string | null => {
  const held = fit(text, max);
  // Only what was cut shares its memory with the rest.
  return held !== null && held.length < (text ?? '').length ? detached(held) : held;
};

const indexOf = (index: number | null | undefined): number => index ?? -1;

/** Takes from a result what a finding needs. */
export const readResult = (result: SarifResult): ReadResult => {
  const line = result.line;
  const message = hold(result.message?.text ?? result.message?.markdown, 500);
  return {
    ruleId: hold(result.ruleId ?? result.rule?.id, 300),
    ruleIndex: indexOf(result.rule?.index ?? result.ruleIndex),
    extension: indexOf(result.rule?.toolComponent?.index),
    isFail: (result.kind ?? 'fail') === 'fail',
    level: result.level ?? null,
    isSuppressed: isSuppressed(result),
    isAbsent: result.baselineState === 'absent',
    path: hold(result.uri, 4096),
    artifact: indexOf(result.artifact),
    line: typeof line === 'number' && Number.isInteger(line) && line > 0 && line < 2 ** 31 ? line : null,
    message,
    words: message === null ? wordsOf(result) : null,
    prints: printsOf(result),
    score: typeof result.score === 'string' ? result.score.slice(0, 30) : result.score,
  };
};
