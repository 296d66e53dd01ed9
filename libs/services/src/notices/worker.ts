import type { ClaimedDelivery } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { deliver, takeDueDeliveries } from './deliver.ts';
import { findDueNotices } from './find-due.ts';

const LOOK_MS = 60_000;
/** A timer can fire a moment early, when what it waits for isn't due yet. */
const SLACK_MS = 20;

const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
};

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
  // What is under way, by endpoint, so that a slow one holds up itself alone.
  const lanes = new Map<string, Promise<void>>();
  const wanted = { find: false, send: false };
  let isStopped = false;
  let working: Promise<void> | undefined;

  const send = async (deliveries: readonly ClaimedDelivery[]): Promise<void> => {
    const attempts = await Promise.allSettled(
      deliveries.map((one) => deliver(deps, one, random, stopping.signal)),
    );
    for (const attempt of attempts) {
      // What could not be written is due again when it is no longer lent.
      if (attempt.status === 'rejected') deps.report(attempt.reason);
      else if (attempt.value !== undefined && attempt.value < lookMs)
        setTimeout(() => want('send'), attempt.value + SLACK_MS).unref();
    }
  };
  const workAll = async (): Promise<void> => {
    while (wanted.send && !isStopped) {
      const isFinding = wanted.find;
      Object.assign(wanted, { find: false, send: false });
      if (isFinding) await findDueNotices(deps);
      for (const [webhookId, deliveries] of await takeDueDeliveries(deps, [...lanes.keys()]))
        lanes.set(
          webhookId,
          send(deliveries).finally(() => {
            lanes.delete(webhookId);
            want('send');
          }),
        );
    }
  };
  const want = (what: 'find' | 'send'): void => {
    if (isStopped) return;
    Object.assign(wanted, { send: true }, what === 'find' ? { find: true } : {});
    working ??= workAll()
      .catch((error: unknown) => deps.report(error))
      .finally(() => (working = undefined));
  };
  const look = (): void => want('find');
  const looking = setInterval(look, lookMs);
  look();
  return {
    wake: look,
    stop: async (withinMs) => {
      isStopped = true;
      clearInterval(looking);
      const ended = Promise.allSettled([working, ...lanes.values()]);
      await within(withinMs, ended);
      stopping.abort();
      // Only to note what was broken off; a database that is gone must not hold up the stop.
      await within(withinMs, ended);
    },
  };
};
