import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));
const READY_MS = 90_000;
const STOP_MS = 30_000;
const POLL_MS = 60;
const KEPT_OUTPUT = 20_000;

/** Settings of a real installation must not reach a server that is thrown away. */
const NOT_PASSED_ON = [
  'DATABASE_URL',
  'TOKEN_SECRET',
  'TOKEN_SECRET_FILE',
  'SERVICE_TOKEN_TTL',
  'SESSION_TTL',
  'TRUST_PROXY',
];

/** The server did not start, or ended by itself; `output` is what it said. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly output: string;
  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly directory: string;
  readonly username: string;
  readonly password: string;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** Resolves when it answers; rejects when it ends before, or takes too long. */
  ready(url: string, signal: AbortSignal): Promise<void>;
  /** Rejects when it ends without having been asked to. */
  readonly ended: Promise<never>;
  /** Asks it to stop and waits; true if it ended well. */
  stop(): Promise<boolean>;
}

const environment = (settings: ServerSettings): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of NOT_PASSED_ON) delete env[name];
  return {
    LOG_LEVEL: 'warn',
    ...env,
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.directory,
    ADMIN_USERNAME: settings.username,
    ADMIN_PASSWORD: settings.password,
    RATE_LIMIT: 'off',
  };
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the real server on a data directory. */
export const spawnServer = (settings: ServerSettings): ServerProcess => {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl-C reaches every process of the terminal; the server is to hear of it once, and from here.
    detached: process.platform !== 'win32',
  });
  let output = '';
  let isStopping = false;
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT);
    });
  const closed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? String(code ?? 1)));
  });
  const ended = closed.then((how): Promise<never> => {
    if (isStopping) return new Promise<never>(() => undefined);
    throw new ServerError(`The server ended by itself (${how}).`, output);
  });
  ended.catch(() => undefined);

  const ready: ServerProcess['ready'] = async (url, signal) => {
    const deadline = Date.now() + READY_MS;
    let isWaiting = true;
    const poll = async (): Promise<void> => {
      while (isWaiting && !(await isReady(url))) {
        signal.throwIfAborted();
        if (Date.now() > deadline)
          throw new ServerError(`The server was not ready within ${READY_MS / 1000} seconds.`, output);
        await pause(POLL_MS);
      }
    };
    await Promise.race([poll(), ended]).finally(() => (isWaiting = false));
  };
  const stop = async (): Promise<boolean> => {
    isStopping = true;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const how = await closed;
    clearTimeout(timer);
    return how === '0';
  };
  return { ready, ended, stop };
};
