import { fit } from '../../fit-text.ts';
import { withoutComments } from '../linked-issues.ts';

const MAX_TEXT = 100_000;
const MAX_ISSUES = 200;
const KEYWORD =
  /\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):?[ ]{1,10}(?:issues? )?/gi;
const REFERENCE =
  /(?:https?:\/\/[\w.:-]{1,255}\/)?([\w.-]{1,100}(?:\/[\w.-]{1,100}){0,20}?)?(?:#|\/-\/(?:issues|work_items)\/|\/issues\/)(\d{1,10})\b {0,3},? {0,3}(?:and )? {0,3}/y;

/**
 * The issues that a merge request closes by GitLab’s default pattern (`Closes #4, #6 and group/project#2`, or their
 * addresses), as `GROUP/PROJECT#NUMBER`: distinct, at most 200. What stands in an HTML comment does not count.
 */
export const closingIssues = (description: string | null | undefined, repository: string): string[] => {
  const text = withoutComments((description ?? '').slice(0, MAX_TEXT));
  const issues = new Set<string>();
  for (const keyword of text.matchAll(KEYWORD)) {
    REFERENCE.lastIndex = keyword.index + keyword[0].length;
    for (let found = REFERENCE.exec(text); found && issues.size < MAX_ISSUES; found = REFERENCE.exec(text)) {
      const [, project, number] = found;
      const named = project?.includes('/') === false ? besides(project, repository) : (project ?? repository);
      const issue = `${named}#${Number(number)}`;
      if (fit(issue, 200) === issue) issues.add(issue);
    }
  }
  return [...issues];
};

/** `other#3` is of the project `other` in the same group. */
const besides = (name: string, repository: string): string =>
  [...repository.split('/').slice(0, -1), name].join('/');
