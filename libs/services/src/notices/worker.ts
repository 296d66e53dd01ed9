import type { Deps } from '../deps.ts';
import { deliverDueNotices } from './deliver.ts';
import { findDueNotices } from './find-due.ts';

const LOOK_MS = 60_000;
/** A timer can fire a moment early, when what it waits for isn't due yet. */
const SLACK_MS = 20;

/** Finds what is to be told, and tells the endpoints; any number of servers share the work. */
export interface NoticeWorker {
  /** Looks at once. */
  wake(): void;
  /** Sends nothing further; attempts under way are broken off where they aren’t done within the time. */
  stop(withinMs: number): Promise<void>;
}

export interface NoticeWorkerOptions {
  /** How often to look. Default a minute. */
  readonly lookMs?: number | undefined;
  readonly random?: () => number;
}

/** Starts to work on notices. A database that is down is tried again at the next look. */
export const startNoticeWorker = (deps: Deps, options: NoticeWorkerOptions = {}): NoticeWorker => {
  const { lookMs = LOOK_MS, random = Math.random } = options;
  const stopping = new AbortController();
  let isStopped = false;
  let isWanted = false;
  let working: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;

  const workAll = async (): Promise<void> => {
    let soonest = Infinity;
    while (isWanted && !isStopped) {
      isWanted = false;
      await findDueNotices(deps);
      let pauses: number[] | undefined = [];
      while (pauses && !isStopped) {
        soonest = Math.min(soonest, ...pauses);
        pauses = await deliverDueNotices(deps, random, stopping.signal);
      }
    }
    clearTimeout(retry);
    if (soonest < lookMs && !isStopped) retry = setTimeout(look, soonest + SLACK_MS);
  };
  const look = (): void => {
    isWanted = true;
    if (isStopped) return;
    working ??= workAll()
      .catch((error: unknown) => deps.report(error))
      .finally(() => (working = undefined));
  };
  const polling = setInterval(look, lookMs);
  look();
  return {
    wake: look,
    stop: async (withinMs) => {
      isStopped = true;
      clearInterval(polling);
      clearTimeout(retry);
      const late = setTimeout(() => stopping.abort(), withinMs);
      await working;
      clearTimeout(late);
      clearTimeout(retry);
    },
  };
};
