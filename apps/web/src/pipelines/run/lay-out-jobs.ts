import type { Stretch } from './critical-path.ts';
import { criticalPath } from './critical-path.ts';
import type { RunDetail } from './use-run.ts';

export type RunJob = RunDetail['jobs'][number];

/** A job at its place on a line of time, in percent of the whole. */
export interface PlacedJob {
  readonly job: RunJob;
  readonly left: number;
  readonly queueWidth: number;
  readonly workWidth: number;
  readonly isCritical: boolean;
}

/** The jobs of a run along one line of time, and how long that is. */
export interface Waterfall {
  readonly seconds: number;
  readonly jobs: readonly PlacedJob[];
}

const timeOf = (text: string | null): number | undefined => (text === null ? undefined : Date.parse(text));

/** Of a job that still waits or runs, the end is now. */
const stretchOf = (job: RunJob, now: number): Stretch => {
  const known = [job.queuedAt, job.startedAt, job.finishedAt].map(timeOf);
  const [queued, started, finished] = known;
  const end = finished ?? (job.status === 'completed' ? (started ?? queued ?? now) : now);
  const from = Math.min(queued ?? started ?? end, end);
  const begins = started ?? (job.status === 'queued' ? end : from);
  return { from, begins: Math.min(Math.max(begins, from), end), to: end };
};

/** Where each job of a run stands in time. */
export const layOutJobs = (jobs: readonly RunJob[], now: number): Waterfall => {
  const stretches = jobs.map((job) => stretchOf(job, now));
  const begin = Math.min(...stretches.map((one) => one.from));
  const whole = Math.max(1000, Math.max(...stretches.map((one) => one.to)) - begin);
  const critical = new Set(criticalPath(stretches));
  const share = (ms: number): number => (ms / whole) * 100;
  return {
    seconds: whole / 1000,
    jobs: stretches.map(({ from, begins, to }, index) => ({
      job: jobs[index] as RunJob,
      left: share(from - begin),
      queueWidth: share(begins - from),
      workWidth: share(to - begins),
      isCritical: critical.has(index),
    })),
  };
};

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];
const MOST_TICKS = 6;

/** Round seconds to mark along so long a time; the first is 0. */
export const ticksOf = (seconds: number): number[] => {
  const step =
    STEPS.find((one) => seconds / one <= MOST_TICKS) ?? Math.ceil(seconds / MOST_TICKS / 86_400) * 86_400;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step);
};
