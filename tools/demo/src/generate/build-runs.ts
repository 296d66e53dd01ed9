import { daysBetween, HOUR, MINUTE, SECOND } from './calendar.ts';
import type { History } from './build-history.ts';
import type { PlannedChange } from './plan-changes.ts';
import { runJob } from './run-job.ts';
import { runnerOf } from './runners.ts';
import type { RunRow } from './rows.ts';
import type { Actor, Story } from './story.ts';
import { shortName } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

/** How the pipeline of a commit on main ended. */
export interface Outcome {
  readonly finishedAt: number;
  readonly isGreen: boolean;
}

interface Trigger {
  readonly at: number;
  readonly event: 'pull_request' | 'push' | 'schedule';
  readonly branch: string;
  readonly commit: string;
  readonly actor: Actor;
  /** Factor of the usual chance of a fault. */
  readonly risk: number;
}

const SCHEDULER: Actor = { name: 'github-actions[bot]', kind: 'bot' };
const SUNDAY = 0;

const triggersOf = (
  story: Story,
  repository: Repository,
  changes: readonly PlannedChange[],
  history: History,
): Trigger[] => {
  const triggers: Trigger[] = [];
  for (const change of changes) {
    const shas = history.shas.get(change.number)!;
    for (const [p, push] of change.pushes.entries()) {
      const isLast = p === change.pushes.length - 1;
      triggers.push({
        at: Math.max(push.at(-1)!.at, p === 0 ? change.openedAt : 0) + 5 * SECOND,
        ...{ event: 'pull_request', branch: change.branch, actor: change.author },
        commit: shas.pushes[p]!.at(-1)!,
        risk: isLast ? 1 : 1.6,
      });
    }
  }
  const { main } = history;
  for (const commit of main.slice(1))
    triggers.push({
      at: commit.at + 5 * SECOND,
      ...{ event: 'push', branch: repository.defaultBranch, commit: commit.sha, actor: commit.by, risk: 0.3 },
    });
  for (const day of daysBetween(story.start, story.end)) {
    if (new Date(day).getUTCDay() !== SUNDAY) continue;
    const when = day + 2 * HOUR;
    const commit = (main.findLast((one) => one.at <= when) ?? main[0]!).sha;
    triggers.push({
      at: when,
      event: 'schedule',
      branch: repository.defaultBranch,
      commit,
      actor: SCHEDULER,
      risk: 0.5,
    });
  }
  return triggers.sort((a, b) => a.at - b.at);
};

/** The pipeline runs of a repository: the three jobs for every push, merge and weekly check. */
export const buildRuns = (
  story: Story,
  repository: Repository,
  changes: readonly PlannedChange[],
  history: History,
): { readonly runs: readonly RunRow[]; readonly outcomes: ReadonlyMap<string, Outcome> } => {
  const runs: RunRow[] = [];
  const outcomes = new Map<string, Outcome>();
  for (const [index, trigger] of triggersOf(story, repository, changes, history).entries()) {
    const random = story.random(repository.name, 'pipeline', index);
    const hasFault = random.chance(at(story.team.faults, story.share(trigger.at)) * trigger.risk);
    // Tests find most faults, and a lint or build the others.
    const faulty = hasFault ? repository.jobs[random.pick([0, 1, 1, 1, 2])] : undefined;
    const isSuperseded = !hasFault && trigger.event === 'pull_request' && random.chance(0.05);
    const rows = repository.jobs.map((job) =>
      runJob(story, random, job, {
        startAt: trigger.at,
        isFaulty: job === faulty,
        cancelAfter: isSuperseded ? random.between(0.3, 3) * MINUTE : null,
      }).map((attempt) => ({
        ...attempt.row,
        externalId: `${shortName(repository)}-${index + 1}-${job.name}`,
        ...{ source: 'github', workload: story.team.id, repository: repository.name, job: job.name },
        ...{ branch: trigger.branch, commit: trigger.commit, event: trigger.event, actor: trigger.actor },
        runner: runnerOf(repository, job),
        url: `https://ci.acme.example/${repository.name}/runs/${index + 1}/${job.name}`,
        finished: attempt.finishedAt,
      })),
    );
    const last = rows.map((attempts) => attempts.at(-1)!);
    if (trigger.event === 'push')
      outcomes.set(trigger.commit, {
        finishedAt: Math.max(...last.map((row) => row.finished)),
        isGreen: last.every((row) => row.conclusion === 'success'),
      });
    for (const { finished: _finished, ...row } of rows.flat()) runs.push(row);
  }
  return { runs, outcomes };
};
