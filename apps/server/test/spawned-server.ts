import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const READY_MS = 60_000;

/** A server as a user starts it: a process of its own. */
export interface SpawnedServer {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it printed so far, on both outputs. */
  output(): string;
  /** Ends it by a signal and gives its exit code; null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The process, its output and its end, whether it gets ready or not. */
export const spawnServer = (env: Record<string, string>) => {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL'),
  );
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, exited, output: () => output };
};

/** Starts a server and waits until it says that it is ready. */
export const startSpawned = async (env: Record<string, string>): Promise<SpawnedServer> => {
  const { child, exited, output } = spawnServer(env);
  const until = Date.now() + READY_MS;
  for (;;) {
    const url = /ready at (http:\S+)/.exec(output())?.[1];
    if (url !== undefined)
      return {
        process: child,
        url,
        output,
        end: (signal) => {
          child.kill(signal);
          return exited;
        },
      };
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the server did not get ready:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
