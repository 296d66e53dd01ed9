import { dayOf, HOUR, MINUTE, SECOND } from './calendar.ts';
import type { Random } from './random.ts';
import type { RunRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import type { Job } from './team.ts';
import { at } from './team.ts';

type Conclusion = NonNullable<RunRow['conclusion']>;

export interface Attempt {
  readonly finishedAt: number;
  readonly row: Pick<RunRow, 'attempt' | 'queuedAt' | 'startedAt' | 'finishedAt'> & {
    readonly status: 'completed';
    readonly conclusion: Conclusion;
  };
}

const TIME_LIMIT = 60 * MINUTE;
const MOST_ATTEMPTS = 3;

/** Runners are busiest late in the morning and after noon. */
const crowding = (when: number): number => {
  const hour = (when - dayOf(when)) / HOUR;
  return (hour > 9 && hour < 11.5) || (hour > 13.5 && hour < 15.5) ? 1.8 : 0.8;
};

/** Runs one job with its attempts: a flaky failure is tried again, one of the code's own is mostly left red. */
export const runJob = (
  story: Story,
  random: Random,
  job: Job,
  given: { readonly startAt: number; readonly isFaulty: boolean; readonly cancelAfter: number | null },
): Attempt[] => {
  const attempts: Attempt[] = [];
  const share = story.share(given.startAt);
  const usual = job.minutes * at(story.team.slowness, share) * MINUTE;
  let queuedAt = given.startAt;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const wait = random.logNormal(at(story.team.queueSeconds, share) * crowding(queuedAt), 0.9) * SECOND;
    const startedAt = queuedAt + wait;
    const full = Math.min(random.logNormal(usual, 0.22), TIME_LIMIT - MINUTE);
    let [conclusion, duration]: [Conclusion, number] = ['success', full];
    if (given.cancelAfter !== null) [conclusion, duration] = ['cancelled', Math.min(full, given.cancelAfter)];
    else if (given.isFaulty) [conclusion, duration] = ['failure', full * random.between(0.3, 0.95)];
    else if (random.chance(job.flaky ?? 0))
      [conclusion, duration] = random.chance(0.08)
        ? ['timed-out', TIME_LIMIT]
        : ['failure', full * random.between(0.4, 1.1)];
    const finishedAt = startedAt + duration;
    attempts.push({
      finishedAt,
      row: {
        attempt,
        status: 'completed',
        conclusion,
        queuedAt: timestamp(queuedAt),
        startedAt: timestamp(startedAt),
        finishedAt: timestamp(finishedAt),
      },
    });
    const isRetried = conclusion === 'failure' || conclusion === 'timed-out';
    if (!isRetried || !random.chance(given.isFaulty ? 0.12 : 0.9)) break;
    queuedAt = finishedAt + random.logNormal(6, 0.8) * MINUTE;
  }
  return attempts;
};
