import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeMetricsClient } from '@codemetrics/client';
import { createClient } from '@codemetrics/client';

const MAIN = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const READY_MS = 90_000;
const CREDENTIALS = { username: 'admin', password: 'only for one comparison' };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Runs some work against a server of its own, on a directory that is removed at the end. */
export const withThrowAwayServer = async <T>(work: (client: CodeMetricsClient) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-peer-'));
  const port = await freePort();
  // Settings of a real installation must not reach it.
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|LANG|USER)$/.test(name));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...Object.fromEntries(kept),
      ...{
        LOG_LEVEL: 'error',
        RATE_LIMIT: 'off',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: directory,
      },
      ...{ ADMIN_USERNAME: CREDENTIALS.username, ADMIN_PASSWORD: CREDENTIALS.password },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // An interruption stops the server, which ends the work, and so the directory goes too.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => child.kill('SIGTERM'));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const url = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + READY_MS;
    const isReady = () =>
      fetch(`${url}/api/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!(await isReady())) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
        throw new Error('the server did not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { sessionToken } = await createClient({ url }).session.create(CREDENTIALS);
    return await work(createClient({ url, token: sessionToken }));
  } finally {
    child.kill('SIGTERM');
    await closed;
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  }
};
