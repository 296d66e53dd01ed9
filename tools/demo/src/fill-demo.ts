import { setTimeout } from 'node:timers/promises';
import { generateByTeam } from './generate/generate.ts';
import type { WorkloadData } from './generate/rows.ts';
import { load } from './load.ts';

const BREATH_MS = 20;

/** A fresh server, and how much is to be sent to it. */
export interface FillPlan {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly days: number;
  readonly seed: number;
  /** Up to when there is data; now, where it is left out. */
  readonly end?: Date;
}

/** Makes the demo's workloads on a fresh server and sends their data, saying nothing. Returns the service token. */
export const fillDemo = async ({
  url,
  username,
  password,
  days,
  seed,
  end = new Date(),
}: FillPlan): Promise<string> => {
  const data: WorkloadData[] = [];
  for (const one of generateByTeam({ seed, end, days })) {
    data.push(one);
    // A server in this very process must not find that its database takes seconds to answer.
    await setTimeout(BREATH_MS);
  }
  return load(
    { url, username, password, data, repositories: [] },
    { write: () => true, isTTY: false },
    new AbortController().signal,
  );
};
