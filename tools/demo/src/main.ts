import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitError, openRepository } from '@codemetrics/cli';
import { announcement } from './announce.ts';
import { generate } from './generate/generate.ts';
import { load } from './load.ts';
import type { Options } from './options.ts';
import { HELP, parseOptions, UsageError } from './options.ts';
import { choosePort, PortError } from './server/choose-port.ts';
import type { ServerProcess } from './server/server-process.ts';
import { ServerError, spawnServer } from './server/server-process.ts';

const USERNAME = 'admin';
// Without letters that look like others.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const randomPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** Aborted by the first signal to stop; more of them change nothing, since npm passes on what the terminal sent too. */
const stopSignal = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort());
  return controller.signal;
};

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

const run = async (options: Options, directory: string, port: number, host: string, signal: AbortSignal) => {
  const startedAt = Date.now();
  const repositories = await Promise.all(
    options.repositories.map(async ({ path, workload }) => ({
      local: await openRepository(path, { signal }),
      workload,
    })),
  );
  const password = process.env['ADMIN_PASSWORD'] || randomPassword();
  const server: ServerProcess = spawnServer({ host, port, directory, username: USERNAME, password });
  try {
    say('Starting the server …');
    const now = new Date();
    // While the server starts, in its own process, this one makes the data.
    const data = generate({ seed: options.seed, end: now, days: options.days });
    const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
    await server.ready(url, signal);
    const plan = { url, username: USERNAME, password, data, repositories };
    const token = await Promise.race([load(plan, process.stdout, signal), server.ended]);
    const seconds = (Date.now() - startedAt) / 1000;
    say(announcement({ url, username: USERNAME, password, token, now, seconds }));
    await Promise.race([whenAborted(signal), server.ended]);
  } finally {
    if (signal.aborted) say('\nStopping …');
    if (!(await server.stop()) && signal.aborted) complain('The server did not stop cleanly.');
  }
};

const explain = (error: unknown): void => {
  if (error instanceof UsageError)
    complain(`${error.message}\nnpm run demo -- --help tells what can be asked for.`);
  else if (error instanceof ServerError) complain(`${error.output.trim()}\n${error.message}`);
  else if (error instanceof GitError || error instanceof PortError) complain(error.message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
};

const main = async (): Promise<number> => {
  // Whoever reads the output may go away; the server must be stopped all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const signal = stopSignal();
  let directory: string | undefined;
  try {
    const options = parseOptions(process.argv.slice(2));
    if (options.help) return (process.stdout.write(HELP), 0);
    const host = process.env['HOST']?.trim() || '127.0.0.1';
    const port = await choosePort(process.env['PORT'], host);
    directory = await mkdtemp(join(tmpdir(), 'codemetrics-demo-'));
    await run(options, directory, port, host, signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return 0;
    explain(error);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    if (directory !== undefined) await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  }
};

process.exitCode = await main();
