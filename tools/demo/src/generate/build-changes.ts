import type { History } from './build-history.ts';
import { changeId } from './build-issues.ts';
import type { PlannedChange } from './plan-changes.ts';
import type { ChangeRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';

const LABELS: Readonly<Record<PlannedChange['kind'], string>> = {
  feat: 'enhancement',
  fix: 'bug',
  refactor: 'refactoring',
  test: 'tests',
  docs: 'documentation',
  chore: 'maintenance',
  deps: 'dependencies',
};

const sizeOf = (lines: number): string =>
  lines < 20 ? 'size/S' : lines < 120 ? 'size/M' : lines < 400 ? 'size/L' : 'size/XL';

const orNull = (at: number | null): string | null => (at === null ? null : timestamp(at));

/** The rows of pull requests, with the hashes of their commits and the issues that they close. */
export const buildChanges = (
  story: Story,
  changes: readonly PlannedChange[],
  history: History,
  keyOfChange: ReadonlyMap<string, string>,
): ChangeRow[] =>
  changes.map((change) => {
    const { repository, number, title, author, branch } = change;
    const shas = history.shas.get(number)!;
    const commits = shas.pushes.flat();
    const files = change.pushes.flat().flatMap((commit) => commit.files);
    const sum = (of: (file: (typeof files)[number]) => number | null | undefined): number =>
      files.reduce((total, file) => total + (of(file) ?? 0), 0);
    const [addedLines, deletedLines] = [sum((file) => file.addedLines), sum((file) => file.deletedLines)];
    const issue = keyOfChange.get(changeId(change));
    return {
      externalId: changeId(change),
      ...{
        source: 'github',
        workload: story.team.id,
        repository: repository.name,
        number,
        title,
        author,
        branch,
      },
      targetBranch: repository.defaultBranch,
      openedAt: timestamp(change.openedAt),
      readyAt: timestamp(change.readyAt),
      firstReviewAt: orNull(change.firstReviewAt),
      approvedAt: orNull(change.approvedAt),
      mergedAt: orNull(change.mergedAt),
      closedAt: timestamp(change.closedAt),
      ...{ addedLines, deletedLines, changedFiles: new Set(files.map((file) => file.path)).size },
      ...{ commits, headCommit: commits.at(-1), mergeCommit: shas.merge },
      linkedIssues: issue === undefined ? [] : [issue],
      labels: [LABELS[change.kind], sizeOf(addedLines + deletedLines)],
    };
  });
