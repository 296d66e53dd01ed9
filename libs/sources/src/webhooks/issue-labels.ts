import { fit } from '../fit-text.ts';

const BUG = /^(type[:/ ]+)?(kind[:/ ]+)?(bug|defect|regression)$/i;
const FEATURE = /^(type[:/ ]+)?(kind[:/ ]+)?(feature|enhancement|feature request)$/i;
const PRIORITY = /^(?:priority[:/ _-]+(.+)|(p[0-4]))$/i;
const PRODUCTION = /^(?:env(?:ironment)?[:/ ]+)?(production|prod|live|escaped)$/i;

/** The words that trackers have for a bug; `缺陷` is Jira's in Chinese. */
const isBug = (word: string): boolean => /\b(bug|defect)\b/i.test(word) || ['缺陷', '故障'].includes(word);

/** The type that a tracker gives an issue, in the word that the bug metrics count by. */
export const issueType = (type: string | null | undefined): string | null => {
  const word = fit(type, 50);
  return word === null ? null : isBug(word) ? 'bug' : word.toLowerCase();
};

/** What labels tell of an issue where its tracker has no field for it. A type that the tracker names goes first. */
export const describeIssue = (
  labels: readonly string[],
  type?: string | null,
): { readonly type: string; readonly priority: string | null; readonly environmentFound: string | null } => {
  const labelled = labels.some((label) => BUG.test(label))
    ? 'bug'
    : labels.some((label) => FEATURE.test(label))
      ? 'feature'
      : 'issue';
  const [, named, short] = labels.map((label) => PRIORITY.exec(label)).find((found) => found) ?? [];
  return {
    type: issueType(type) ?? labelled,
    priority: fit(named ?? short, 50),
    environmentFound: labels.some((label) => PRODUCTION.test(label)) ? 'production' : null,
  };
};
