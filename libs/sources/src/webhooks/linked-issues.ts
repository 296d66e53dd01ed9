const MAX_BODY = 100_000;
const MAX_ISSUES = 200;
const REFERENCE =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s{1,10}(?:([\w.-]{1,100}\/[\w.-]{1,100})?#|https?:\/\/[\w.:-]{1,255}\/([\w.-]{1,100}\/[\w.-]{1,100})\/issues\/)(\d{1,10})\b/gi;

/**
 * The issues that a pull request closes, by GitHub's keywords (`fixes #3`, `closes acme/api#4`, or the address of
 * the issue), as `OWNER/NAME#NUMBER`: distinct, at most 200. What stands in an HTML comment does not count.
 */
export const linkedIssues = (body: string | null | undefined, repository: string): string[] => {
  const issues = new Set<string>();
  for (const [, named, addressed, number] of withoutComments((body ?? '').slice(0, MAX_BODY)).matchAll(
    REFERENCE,
  )) {
    const issue = `${named ?? addressed ?? repository}#${Number(number)}`;
    if (issue.length <= 200) issues.add(issue);
    if (issues.size === MAX_ISSUES) break;
  }
  return [...issues];
};

/** Templates keep examples such as `Fixes #123` in comments. */
export const withoutComments = (body: string): string => {
  let kept = '';
  let from = 0;
  for (let start = body.indexOf('<!--'); start >= 0; start = body.indexOf('<!--', from)) {
    kept += body.slice(from, start);
    const end = body.indexOf('-->', start + 4);
    if (end < 0) return kept;
    from = end + 3;
  }
  return kept + body.slice(from);
};
