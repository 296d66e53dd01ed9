import { bringUp } from './bring-up.ts';
import { EmbeddedDatabaseError, errorMessage } from './errors.ts';
import { GuardKeeper } from './guard-keeper.ts';
import { choosePort } from './port.ts';
import type { Postmaster } from './postmaster.ts';
import { databaseUrl } from './settings.ts';
import { StartFailure } from './start-failure.ts';
import type { ServerContext } from './start-postmaster.ts';
import type { EmbeddedDatabase } from './types.ts';

/** So many restarts within RESTART_WINDOW, and the database is taken for broken. */
const MAX_RESTARTS = 10;
const RESTART_WINDOW = 5 * 60_000;

/** Keeps PostgreSQL running on one port until it is stopped. */
export class Supervisor implements EmbeddedDatabase {
  readonly #context: ServerContext;
  readonly #release: () => void;
  readonly #guard: GuardKeeper;
  readonly #onExit = (): void => this.#killSilently();
  #port = 0;
  #postmaster: Postmaster | undefined;
  #stopping: Promise<void> | undefined;
  #recovery: Promise<void> = Promise.resolve();
  #restarts: number[] = [];
  #failure: Error | undefined;
  #callbacks: ((error: Error) => void)[] = [];

  constructor(context: ServerContext, release: () => void) {
    this.#context = context;
    this.#release = release;
    this.#guard = new GuardKeeper(context.directory, (error) => this.#giveUp(error));
    process.once('exit', this.#onExit);
  }

  get url(): string {
    return databaseUrl(this.#context.password, this.#port);
  }

  get pid(): number {
    return this.#postmaster?.pid ?? 0;
  }

  onUnrecoverable(callback: (error: Error) => void): void {
    if (this.#failure) callback(this.#failure);
    else this.#callbacks.push(callback);
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop());
  }

  /** The first start: a port someone else took is exchanged for another. */
  async start(): Promise<void> {
    await this.#bringUp(
      choosePort,
      (error) => error instanceof StartFailure && (error.kind === 'leftovers' || error.kind === 'port'),
    );
  }

  async #bringUp(port: () => Promise<number>, passing: (error: unknown) => boolean): Promise<void> {
    const postmaster = await bringUp(this.#context, this.#guard, {
      port: async () => (this.#port = await port()),
      passing,
      stopping: () => this.#stopping !== undefined,
      onSpawned: (started) => (this.#postmaster = started),
    });
    void postmaster.exited.then(() => {
      if (!this.#stopping) this.#recovery = this.#recover(postmaster);
    });
  }

  async #recover({ pid, ended }: Postmaster): Promise<void> {
    const { log } = this.#context;
    log({
      level: 'error',
      message: 'The database ended unexpectedly; restarting it.',
      postmaster: pid,
      ended,
    });
    const begin = Date.now();
    this.#restarts = [...this.#restarts.filter((time) => begin - time < RESTART_WINDOW), begin];
    try {
      if (this.#restarts.length > MAX_RESTARTS) {
        throw new EmbeddedDatabaseError(
          'start-failed',
          `The embedded PostgreSQL ended ${MAX_RESTARTS} times within five minutes (the last time: ${ended}). ` +
            `See ${this.#context.directory}/postgres.log for the reason.`,
        );
      }
      await this.#bringUp(
        async () => this.#port,
        () => true,
      );
      log({
        level: 'warn',
        message: 'The database is back.',
        postmaster: this.pid,
        milliseconds: Date.now() - begin,
      });
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #giveUp(error: unknown): void {
    if (this.#stopping || this.#failure) return;
    this.#failure = error instanceof Error ? error : new Error(errorMessage(error));
    this.#context.log({
      level: 'error',
      message: 'The database could not be kept running.',
      error: errorMessage(error),
    });
    for (const callback of this.#callbacks) callback(this.#failure);
  }

  async #stop(): Promise<void> {
    process.off('exit', this.#onExit);
    // A restart under way sees that its postmaster ends, and stops trying.
    await Promise.resolve();
    await this.#postmaster?.end();
    await this.#recovery;
    await this.#postmaster?.end();
    await this.#guard.close();
    this.#release();
  }

  #killSilently(): void {
    try {
      if (this.#postmaster?.ended === undefined && this.pid) process.kill(this.pid, 'SIGINT');
    } catch {
      // It ended this very moment.
    }
  }
}
