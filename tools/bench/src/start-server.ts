import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));

/** The administrator's password on servers of a benchmark. */
export const PASSWORD = 'a password of the benchmark';

/** Starts a server with a database of its own in a directory. */
export const startServer = async (
  directory: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      // Never into an installation that the environment names.
      DATABASE_URL: '',
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, RATE_LIMIT: 'off', LOG_LEVEL: 'error' },
      ...{ ADMIN_USERNAME: 'admin', ADMIN_PASSWORD: PASSWORD },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let url: string | undefined;
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    url = /ready at (http:\S+)/.exec(output)?.[1];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error(`the server did not start:\n${output}`);
  child.stdout.resume();
  const stop = async (): Promise<void> => {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
};
