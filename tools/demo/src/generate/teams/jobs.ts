import type { Job } from '../team.ts';

type Jobs = readonly [Job, Job, Job];

/** The three jobs of a repository, the minutes of each, and how flaky its tests are. */
export const jobs = (
  names: readonly [string, string, string],
  minutes: readonly [number, number, number],
  flaky = 0.004,
): Jobs => [
  { name: names[0], minutes: minutes[0] },
  { name: names[1], minutes: minutes[1], flaky },
  { name: names[2], minutes: minutes[2], flaky: flaky / 2 },
];
