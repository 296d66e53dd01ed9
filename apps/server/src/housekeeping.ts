import type { Logger } from 'pino';
import { isUnavailable } from '@codemetrics/database';
import { followSigningKeys, sweepOld } from '@codemetrics/services';
import type { Composed } from './compose.ts';

const FLUSH_MS = 30_000;
/** Within this time, every server knows of a key that another one added or ended. */
const FOLLOW_KEYS_MS = 1000;
const SWEEP_MS = 3_600_000;

/** What a server does beside answering. */
export interface Housekeeping {
  /** Takes up nothing more. */
  stop(): void;
}

/** Starts what is done now and then. Without a database each is tried again at its next time. */
export const startHousekeeping = (deps: Composed, log: Logger): Housekeeping => {
  const every = (ms: number, what: string, work: () => Promise<void>): NodeJS.Timeout =>
    setInterval(() => {
      work().catch((error: unknown) => {
        // The requests tell of a database that is down; once a second here would drown them.
        log[isUnavailable(error) ? 'debug' : 'warn']({ error }, what);
      });
    }, ms);
  const timers = [
    every(FLUSH_MS, 'usage could not be written; it is kept', () => deps.usage.flush()),
    every(FLUSH_MS, 'repeated denials could not be written', () => deps.denials.flush()),
    every(FOLLOW_KEYS_MS, 'the signing keys could not be looked at', () => followSigningKeys(deps)),
    every(SWEEP_MS, 'what is old could not be swept', () => sweepOld(deps)),
  ];
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
};
