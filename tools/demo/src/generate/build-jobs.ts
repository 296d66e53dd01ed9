import { SECOND } from './calendar.ts';
import type { Random } from './random.ts';
import type { JobRow, RunRow } from './rows.ts';
import { timestamp } from './rows.ts';
import { runnerOf } from './runners.ts';
import type { Story } from './story.ts';
import type { Job, Repository } from './team.ts';

/** A job as a share of its run: when it is queued, when it begins and when it ends, from 0 to 1. */
interface Part {
  readonly name: string;
  readonly from: number;
  readonly begins: number;
  readonly to: number;
}

/** Shorter runs are one job, of which nothing more is told. */
const LEAST_MINUTES = 2.5;
const QUEUE_SHARE = 0.02;

/** Preparation, then the work in as many parallel parts as it takes minutes, then what gathers their results. */
const partsOf = (job: Job, random: Random): Part[] => {
  const prepared = random.between(0.1, 0.2);
  const worked = random.between(0.88, 0.95);
  const count = job.minutes >= 8 ? 4 : job.minutes >= 4 ? 3 : 1;
  const longest = random.integer(1, count);
  const work = Array.from({ length: count }, (_, index): Part => {
    const begins = prepared + QUEUE_SHARE * random.between(0.3, 2);
    return {
      name: count === 1 ? job.name : `${job.name} (${index + 1}/${count})`,
      ...{ from: prepared, begins },
      to: index + 1 === longest ? worked : begins + (worked - begins) * random.between(0.55, 0.95),
    };
  });
  return [
    { name: 'prepare', from: 0, begins: QUEUE_SHARE * random.next(), to: prepared },
    ...work,
    { name: 'gather results', from: worked, begins: worked + QUEUE_SHARE * random.next(), to: 1 },
  ];
};

/** The parts of an attempt that did not succeed: one of them ends it, and what would have followed is skipped. */
const endsBy = (parts: readonly Part[], conclusion: RunRow['conclusion'], random: Random) => {
  if (conclusion === 'success') return parts.map((part) => ({ ...part, conclusion }));
  const work = parts.slice(1, -1);
  const broken = random.pick(work);
  return [
    ...parts.slice(0, 1).map((part) => ({ ...part, conclusion: 'success' as const })),
    ...work.map((part) => ({
      ...part,
      ...(part === broken ? { to: 1 } : {}),
      conclusion: part === broken || conclusion === 'cancelled' ? conclusion : ('success' as const),
    })),
    ...parts
      .slice(-1)
      .map((part) => ({ ...part, from: 1, begins: 1, to: 1, conclusion: 'skipped' as const })),
  ];
};

/** The jobs within the runs of a repository. */
export const buildJobs = (story: Story, repository: Repository, runs: readonly RunRow[]): JobRow[] =>
  runs.flatMap((run) => {
    const job = repository.jobs.find((one) => one.name === run.job);
    if (!job || job.minutes < LEAST_MINUTES || !run.startedAt || !run.finishedAt) return [];
    const random = story.random(repository.name, 'jobs', run.externalId, run.attempt ?? 1);
    const start = Date.parse(run.startedAt);
    const length = Date.parse(run.finishedAt) - start;
    const at = (share: number): string =>
      timestamp(start + share * length + (share > 0 && share < 1 ? SECOND / 2 : 0));
    return endsBy(partsOf(job, random), run.conclusion, random).map((part, index): JobRow => ({
      externalId: `${run.externalId}-${run.attempt ?? 1}-${index + 1}`,
      ...{ source: run.source, workload: run.workload, repository: run.repository },
      ...{ run: run.externalId, attempt: run.attempt ?? 1, name: part.name },
      ...{ branch: run.branch ?? null, commit: run.commit ?? null, runner: runnerOf(repository, job) },
      ...{ status: 'completed', conclusion: part.conclusion ?? null },
      ...{ queuedAt: at(part.from), startedAt: at(part.begins), finishedAt: at(part.to) },
    }));
  });
