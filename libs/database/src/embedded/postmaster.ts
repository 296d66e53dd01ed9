import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** One run of PostgreSQL. */
export class Postmaster {
  readonly pid: number;
  readonly exited: Promise<void>;
  ended: string | undefined;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, pid: number) {
    this.#child = child;
    this.pid = pid;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.exited = promise;
    child.once('exit', (code, signal) => {
      this.ended = signal ? `killed by ${signal}` : `exit code ${code}`;
      resolve();
    });
    // A signal that could not be delivered is reported here; what counts is whether the process ends.
    child.on('error', () => undefined);
  }

  /** Asks for a fast shutdown and insists when that takes too long. */
  async end(): Promise<void> {
    for (const [name, patience] of [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      if (this.ended !== undefined) return;
      this.#child.kill(name);
      await this.#exitWithin(patience);
    }
  }

  async #exitWithin(milliseconds: number): Promise<void> {
    const timer = new AbortController();
    const waiting = sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([this.exited, waiting]);
    timer.abort();
  }
}
