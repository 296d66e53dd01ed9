import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

import { EmbeddedDatabaseError } from './errors.ts';
import { connectGuard, takeGuard } from './guard.ts';
import type { Postmaster } from './postmaster.ts';

const PATIENCE = 30_000;

/** Keeps the owner's lock: takes it again when its session was cut while PostgreSQL lives on. */
export class GuardKeeper {
  readonly #directory: string;
  readonly #giveUp: (error: unknown) => void;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(directory: string, giveUp: (error: unknown) => void) {
    this.#directory = directory;
    this.#giveUp = giveUp;
  }

  /** Takes the lock with a connected session and watches that session. */
  async hold(client: pg.Client, postmaster: Postmaster, url: string): Promise<void> {
    await takeGuard(client, this.#directory);
    this.#client = client;
    client.once('end', () => {
      // The session of an earlier run may end late; the lock is then another one's.
      if (client === this.#client) void this.#retake(postmaster, url);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  /** A restart of the whole database takes the lock itself, so this ends when the postmaster did. */
  async #retake(postmaster: Postmaster, url: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!this.#closed && postmaster.ended === undefined) {
      let client: pg.Client | undefined;
      try {
        client = await connectGuard(url);
        return await this.hold(client, postmaster, url);
      } catch (error) {
        await client?.end().catch(() => undefined);
        if (this.#closed || postmaster.ended !== undefined) return;
        if (error instanceof EmbeddedDatabaseError || Date.now() > deadline) return this.#giveUp(error);
        await Promise.race([sleep(200), postmaster.exited]);
      }
    }
  }
}
