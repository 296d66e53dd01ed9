import type { History, MainCommit } from './build-history.ts';
import type { Outcome } from './build-runs.ts';
import { activityOf, afterWork, DAY, daysBetween, HOUR, MINUTE } from './calendar.ts';
import type { DeploymentRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { shortName } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

/** A deployment with its finish as a number, for those that build on it. */
export interface PlannedDeployment {
  readonly finishedAt: number;
  readonly isProduction: boolean;
  readonly isGood: boolean;
  readonly row: DeploymentRow;
}

/** The release trains: on every nth day at ten, what main was then. */
const trains = (story: Story, everyDays: number, ready: readonly Ready[]): Ready[] => {
  const releases: Ready[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const day of daysBetween(story.start, story.end)) {
    if (activityOf(day) < 0.5 || day - last < everyDays * DAY) continue;
    const when = day + 10 * HOUR;
    const newest = ready.findLast((one) => one.at <= when);
    if (newest === undefined || newest.commit === releases.at(-1)?.commit) continue;
    releases.push({ commit: newest.commit, at: when });
    last = day;
  }
  return releases;
};

interface Ready {
  readonly commit: MainCommit;
  readonly at: number;
}

/** The deployments of a repository: each good commit of main to staging, some of them on to production. */
export const buildDeployments = (
  story: Story,
  repository: Repository,
  history: History,
  outcomes: ReadonlyMap<string, Outcome>,
): PlannedDeployment[] => {
  const { team } = story;
  const random = story.random(repository.name, 'deployments');
  const deployments: PlannedDeployment[] = [];
  const deploy = (environment: string, commit: MainCommit, from: number, isGood: boolean): number => {
    const isProduction = environment !== 'staging';
    const finishedAt = from + random.logNormal(isProduction ? 6 : 3, 0.35) * MINUTE;
    const number = deployments.length + 1;
    const row: DeploymentRow = {
      externalId: `${shortName(repository)}-${environment}-${number}`,
      ...{
        source: 'github',
        workload: team.id,
        repository: repository.name,
        environment,
        commit: commit.sha,
      },
      status: isGood ? 'success' : random.chance(0.85) ? 'failure' : 'cancelled',
      ...{ startedAt: timestamp(from), finishedAt: timestamp(finishedAt) },
    };
    deployments.push({ finishedAt, isProduction, isGood, row });
    return finishedAt;
  };
  const ready: Ready[] = [];
  for (const commit of history.main) {
    const outcome = outcomes.get(commit.sha);
    if (!outcome?.isGreen) continue;
    const isGood = random.chance(0.97);
    const finishedAt = deploy('staging', commit, outcome.finishedAt + MINUTE, isGood);
    if (isGood) ready.push({ commit, at: finishedAt });
  }
  const { production, everyDays, share, failures } = team.deploys;
  const chosen =
    everyDays > 0
      ? trains(story, everyDays, ready)
      : ready.filter((one) => random.chance(at(share, story.share(one.at))));
  for (const release of chosen) {
    const from = everyDays > 0 ? release.at : afterWork(release.at, random.logNormal(0.4, 0.7));
    const failureRate = at(failures, story.share(from));
    let isGood = !random.chance(failureRate);
    let finishedAt = deploy(production, release.commit, from, isGood);
    // Once more the same day; if that fails too, the next release brings it.
    if (!isGood)
      finishedAt = deploy(
        production,
        release.commit,
        finishedAt + 40 * MINUTE,
        (isGood = !random.chance(failureRate)),
      );
  }
  return deployments;
};
