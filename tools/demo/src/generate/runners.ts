import type { Job, Repository } from './team.ts';

/** What a minute of each kind of machine costs. */
export const RUNNER_RATES = { 'linux-2-core': 0.008, 'linux-8-core': 0.032, 'macos-4-core': 0.08 } as const;

export type Runner = keyof typeof RUNNER_RATES;

/** Apple's apps need Apple's machines, and what takes long gets a larger one. */
export const runnerOf = (repository: Repository, job: Job): Runner => {
  if (repository.extension === '.swift') return 'macos-4-core';
  return job.minutes >= 8 ? 'linux-8-core' : 'linux-2-core';
};
