import { generate } from './generate/generate.ts';
import { load } from './load.ts';

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
export const fillDemo = ({
  url,
  username,
  password,
  days,
  seed,
  end = new Date(),
}: FillPlan): Promise<string> =>
  load(
    { url, username, password, data: generate({ seed, end, days }), repositories: [] },
    { write: () => true, isTTY: false },
    new AbortController().signal,
  );
