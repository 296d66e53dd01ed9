import { afterWork, DAY, daysBetween, HOUR, workTime } from './calendar.ts';
import type { PlannedChange } from './plan-changes.ts';
import type { IssueRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { at } from './team.ts';
import { titleOf } from './words.ts';

type PlannedIssue = Omit<IssueRow, 'externalId' | 'openedAt'> & {
  openedAt: number;
  change: PlannedChange | null;
};

/** The id of a change, as rows name it. */
export const changeId = (change: PlannedChange): string => `${change.repository.name}#${change.number}`;

const PRIORITIES = ['high', 'medium', 'medium', 'medium', 'low'] as const;
const FOUND = ['production', 'staging', 'staging', 'development'] as const;

/** The issues of a team: those that its changes close, bugs that nobody linked, and a backlog. */
export const buildIssues = (
  story: Story,
  changes: readonly PlannedChange[],
): { readonly issues: readonly IssueRow[]; readonly keyOfChange: ReadonlyMap<string, string> } => {
  const { team } = story;
  const random = story.random('issues');
  const planned: PlannedIssue[] = [];
  const common = { source: 'jira', workload: team.id };
  for (const change of changes) {
    if ((change.kind !== 'feat' && change.kind !== 'fix') || !random.chance(0.75)) continue;
    const isBug = change.kind === 'fix';
    const title = change.title.replace(/^\w+: /, '');
    const openedAt = afterWork(change.pushes[0]![0]!.at - random.logNormal(isBug ? 3 : 12, 0.8) * DAY, 1);
    planned.push({
      ...{ ...common, change, repository: change.repository.name, type: isBug ? 'bug' : 'feature', title },
      ...{ priority: random.pick(PRIORITIES), environmentFound: isBug ? random.pick(FOUND) : null },
      openedAt: Math.min(openedAt, change.pushes[0]![0]!.at - HOUR),
      closedAt: change.mergedAt === null ? null : timestamp(change.mergedAt + random.between(0.1, 20) * HOUR),
      linkedChanges: [changeId(change)],
      labels: isBug ? ['bug'] : random.chance(0.3) ? ['customer'] : [],
    });
  }
  for (const day of daysBetween(story.start, story.end)) {
    const bugs = random.poisson(at(team.bugsPerMonth, story.share(day)) / 30);
    const tasks = random.poisson(0.12);
    for (let n = 0; n < bugs + tasks; n += 1) {
      const isBug = n < bugs;
      const openedAt = workTime(day, random);
      const closedAt = afterWork(openedAt, random.logNormal(isBug ? 30 : 70, 0.9));
      planned.push({
        ...{
          ...common,
          change: null,
          type: isBug ? 'bug' : 'task',
          priority: random.pick(PRIORITIES),
          openedAt,
        },
        repository: random.pick(team.repositories).name,
        environmentFound: isBug ? random.pick(FOUND) : null,
        title: titleOf(isBug ? 'fix' : 'chore', random).replace(/^\w+: /, ''),
        closedAt: random.chance(0.12) ? null : timestamp(closedAt),
        labels: isBug ? ['bug'] : [],
      });
    }
  }
  const keyOfChange = new Map<string, string>();
  const issues = planned
    .sort((a, b) => a.openedAt - b.openedAt)
    .map(({ change, openedAt, ...issue }, index) => {
      const externalId = `${team.issuePrefix}-${index + 1}`;
      if (change !== null) keyOfChange.set(changeId(change), externalId);
      return { ...issue, externalId, openedAt: timestamp(openedAt) };
    });
  return { issues, keyOfChange };
};
