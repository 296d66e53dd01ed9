import { setTimeout as sleep } from 'node:timers/promises';

import { errorMessage } from './errors.ts';
import type { GuardKeeper } from './guard-keeper.ts';
import { clearStalePidFile, endLeftoverBackends } from './orphan.ts';
import type { Postmaster } from './postmaster.ts';
import { databaseUrl } from './settings.ts';
import { startPostmaster } from './start-postmaster.ts';
import type { ServerContext } from './start-postmaster.ts';

const PATIENCE = 30_000;

export interface BringUpOptions {
  /** The port of the next attempt. */
  port: () => Promise<number>;
  /** Whether another attempt may do after this error. */
  passing: (error: unknown) => boolean;
  stopping: () => boolean;
  onSpawned: (postmaster: Postmaster) => void;
}

/** Starts the postmaster, again and again for half a minute, until it is ready and the owner's lock is held. */
export async function bringUp(
  context: ServerContext,
  guard: GuardKeeper,
  { port: nextPort, passing, stopping, onSpawned }: BringUpOptions,
): Promise<Postmaster> {
  const { cluster, password, log } = context;
  const begin = Date.now();
  for (let delay = 100; ; delay = Math.min(delay * 2, 2_000)) {
    let spawned: Postmaster | undefined;
    try {
      clearStalePidFile(cluster);
      const port = await nextPort();
      const client = await startPostmaster(context, port, (postmaster) => {
        spawned = postmaster;
        onSpawned(postmaster);
        // Stopped meanwhile: what ends the wait for readiness is the end of the process.
        if (stopping()) void postmaster.end();
      });
      if (!spawned) throw new Error('The database was ready before it was started.');
      await guard.hold(client, spawned, databaseUrl(password, port));
      return spawned;
    } catch (error) {
      await spawned?.end();
      const elapsed = Date.now() - begin;
      if (stopping() || !passing(error) || elapsed > PATIENCE) throw error;
      const reason = errorMessage(error);
      log({ level: 'warn', message: 'The database did not start; trying again.', error: reason });
      if (elapsed > 1_000) endLeftoverBackends(cluster, log);
      await sleep(delay);
      if (stopping()) throw error;
    }
  }
}
