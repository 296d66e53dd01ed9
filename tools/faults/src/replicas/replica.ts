import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Kept } from '../plan/keeper.ts';
import { within } from '../plan/wait.ts';
import { freePort } from '../processes/free-port.ts';
import { isRunning } from '../processes/process-tree.ts';

const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
const READY_MS = 60_000;
const STOP_MS = 40_000;

export type Environment = Readonly<Record<string, string>>;

// Settings of a real installation must not reach a server that is killed.
const INHERITED = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|LANG|USER)$/.test(name)),
) as Environment;

/** One server process, always at the same port. */
export class Replica implements Kept {
  readonly port: number;
  readonly url: string;
  readonly #env: Environment;
  #child: ChildProcess | undefined;
  #exited: Promise<unknown> = Promise.resolve();
  #output = '';
  #isEnded = false;

  private constructor(port: number, env: Environment) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...INHERITED, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env, PORT: String(port) };
  }

  /** A server that is not yet started. */
  static async with(env: Environment): Promise<Replica> {
    return new Replica(await freePort(), env);
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.pid !== 0 && isRunning(this.pid);
  }

  /** What it printed so far, over all its starts. */
  get output(): string {
    return this.#output;
  }

  /** Starts the process, whether it gets ready or not. */
  spawn(): void {
    if (this.#isEnded) throw new Error('the part is over');
    const child = spawn(process.execPath, [MAIN], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.once('error', () => undefined);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    this.#child = child;
    this.#exited = once(child, 'close').catch(() => undefined);
  }

  /** Waits until the process that runs now says that it is ready. */
  async ready(from = 0): Promise<void> {
    const said = (): boolean => /ready at http:\S+/.test(this.#output.slice(from));
    const until = performance.now() + READY_MS;
    while (!said()) {
      if (!this.isRunning || performance.now() > until)
        throw new Error(`the server did not get ready:\n${this.#output.slice(from).slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async start(): Promise<void> {
    const from = this.#output.length;
    this.spawn();
    await this.ready(from);
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#exited;
  }

  /** Asks it to stop and gives its exit code; null where it had to be killed. */
  async stop(): Promise<number | null> {
    if (!this.isRunning) return this.#child?.exitCode ?? null;
    this.#child?.kill('SIGTERM');
    await within('a stop', STOP_MS, this.#exited).catch(() => this.kill());
    return this.#child?.exitCode ?? null;
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    await this.stop();
  }

  endAtOnce(): void {
    this.#isEnded = true;
    this.#child?.kill('SIGKILL');
  }
}
