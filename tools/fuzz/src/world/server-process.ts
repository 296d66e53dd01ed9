import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoopWatch } from './loop-holds.ts';
import { watchLoop } from './loop-holds.ts';
import type { ServerLog } from './server-log.ts';
import { readLog } from './server-log.ts';

const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
const SAMPLER = new URL('loop-sampler.ts', import.meta.url).href;
const READY_MS = 90_000;
const STOP_MS = 30_000;
/** Settings of a real installation must not reach it. */
const KEPT = /^(PATH|HOME|TMPDIR|LANG|USER|SystemRoot)$/;

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly log: ServerLog;
  readonly loop: LoopWatch;
  hasEnded(): boolean;
  /** Ends it by a signal, at last by one that can't be ignored. */
  stop(): Promise<void>;
}

/** Starts a server with these settings, on a data directory of its own, and waits until it is ready. */
export const startServerProcess = async (
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> => {
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-fuzz-data-'));
  const kept = Object.entries(process.env).filter(([name]) => KEPT.test(name));
  const child = spawn(process.execPath, ['--import', SAMPLER, MAIN], {
    env: { ...Object.fromEntries(kept), HOST: '127.0.0.1', PORT: '0', DATA_DIR: directory, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = readLog(child.stdout!, child.stderr!);
  const loop = watchLoop(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    if (!hasEnded()) child.kill('SIGTERM');
    await exited;
    clearTimeout(patience);
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  };
  const until = Date.now() + READY_MS;
  for (;;) {
    const url = /ready at (http:\S+)/.exec(log.notable.join('\n'))?.[1];
    if (url !== undefined) return { url, log, loop, hasEnded, stop };
    if (hasEnded() || Date.now() > until) {
      await stop();
      throw new Error(`the server did not get ready:\n${log.notable.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
