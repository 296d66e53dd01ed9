import { activityOf, afterWork, daysBetween, HOUR, MINUTE, workTime } from './calendar.ts';
import type { PlannedCommit } from './plan-commits.ts';
import { planCommits } from './plan-commits.ts';
import type { Random } from './random.ts';
import type { Actor, Story } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';
import type { ChangeKind } from './words.ts';
import { branchOf, kindOfWork, titleOf } from './words.ts';

/** A pull request with all that becomes of it, as if its future were known. Times are milliseconds. */
export interface PlannedChange {
  readonly repository: Repository;
  readonly number: number;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly branch: string;
  readonly author: Actor;
  readonly reviewer: Actor;
  readonly pushes: readonly (readonly PlannedCommit[])[];
  readonly openedAt: number;
  readonly readyAt: number;
  readonly firstReviewAt: number | null;
  readonly approvedAt: number | null;
  readonly mergedAt: number | null;
  readonly closedAt: number;
}

const BOTS: readonly Actor[] = [
  { name: 'renovate[bot]', kind: 'bot' },
  { name: 'renovate[bot]', kind: 'bot' },
  { name: 'dependabot[bot]', kind: 'bot' },
];
const MONDAY = 1;

const people = (story: Story, random: Random): [author: Actor, reviewer: Actor] => {
  const author = random.pick(story.team.people);
  const reviewer = random.pick(story.team.people.filter((name) => name !== author));
  return [
    { name: author, kind: 'user' },
    { name: reviewer, kind: 'user' },
  ];
};

const planHuman = (story: Story, repository: Repository, number: number, day: number): PlannedChange => {
  const random = story.random(repository.name, 'change', number);
  const share = story.share(day);
  const { team } = story;
  const [author, reviewer] = people(story, random);
  const kind = kindOfWork(random);
  const title = titleOf(kind, random);
  const begun = workTime(day, random);
  // A team that is slow to review also works in larger pieces.
  const first = planCommits(story, repository, random, begun, random.integer(1, share > 0.5 ? 2 : 3));
  const openedAt = first.at(-1)!.at + random.between(2, 20) * MINUTE;
  const isDraft = random.chance(0.18);
  const readyAt = isDraft ? afterWork(openedAt, random.logNormal(5, 0.6)) : openedAt;
  const firstReviewAt = afterWork(readyAt, random.logNormal(at(team.reviewHours, share), 0.8));
  const needsWork = random.chance(0.42);
  const second = needsWork
    ? planCommits(
        story,
        repository,
        random,
        afterWork(firstReviewAt, random.logNormal(1.6, 0.7)),
        random.integer(1, 2),
      )
    : [];
  const approvedAt = needsWork
    ? afterWork(second.at(-1)!.at, random.logNormal(at(team.reviewHours, share) / 2, 0.7))
    : firstReviewAt + random.between(1, 25) * MINUTE;
  const isAbandoned = random.chance(0.05);
  const done = afterWork(approvedAt, random.logNormal(isAbandoned ? 20 : 0.6, 0.8));
  return {
    ...{ repository, number, kind, title, branch: branchOf(title), author, reviewer },
    pushes: needsWork ? [first, second] : [first],
    ...{ openedAt, readyAt, firstReviewAt },
    approvedAt: isAbandoned ? null : approvedAt,
    mergedAt: isAbandoned ? null : done,
    closedAt: done,
  };
};

const planBot = (story: Story, repository: Repository, number: number, day: number): PlannedChange => {
  const random = story.random(repository.name, 'change', number);
  const [, reviewer] = people(story, random);
  const title = titleOf('deps', random);
  const begun = day + random.between(3.5, 5) * HOUR;
  const commits = planCommits(story, repository, random, begun, 1, ['package.json', 'package-lock.json']);
  const openedAt = commits[0]!.at + MINUTE;
  const mergedAt = afterWork(openedAt, random.logNormal(6, 1));
  return {
    ...{ repository, number, kind: 'deps', title, branch: branchOf(title).replace('chore', 'renovate') },
    ...{ author: random.pick(BOTS), reviewer, pushes: [commits], openedAt, readyAt: openedAt },
    ...{
      firstReviewAt: mergedAt - 3 * MINUTE,
      approvedAt: mergedAt - 3 * MINUTE,
      mergedAt,
      closedAt: mergedAt,
    },
  };
};

/** The pull requests of a repository in the order in which they were begun. */
export const planChanges = (story: Story, repository: Repository): PlannedChange[] => {
  const random = story.random(repository.name, 'changes');
  const changes: PlannedChange[] = [];
  for (const day of daysBetween(story.start, story.end)) {
    const activity = activityOf(day);
    const mean = at(story.team.changesPerDay, story.share(day)) * repository.weight * activity;
    const humans = random.poisson(mean);
    for (let n = 0; n < humans; n += 1) changes.push(planHuman(story, repository, changes.length + 1, day));
    if (new Date(day).getUTCDay() === MONDAY && activity > 0.3 && random.chance(0.55))
      changes.push(planBot(story, repository, changes.length + 1, day));
  }
  return changes;
};
