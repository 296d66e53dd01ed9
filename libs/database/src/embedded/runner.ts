import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';

import type { Binaries } from './binaries.ts';
import { errorMessage } from './errors.ts';
import type { Identity } from './ownership.ts';

/** How PostgreSQL's programs are run: PostgreSQL refuses to run as root. */
export interface Runner {
  binaries: Binaries;
  identity: Identity;
  /** Put before the program, e.g. `unshare` with its options. */
  prefix: string[];
}

export interface Outcome {
  ok: boolean;
  output: string;
}

// Nothing of the server's environment: it holds secrets, and PG* variables would change PostgreSQL's settings.
const ENVIRONMENT = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/run/current-system/sw/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Starts a program of PostgreSQL the way this system allows it. */
export function launch(
  { prefix, identity }: Pick<Runner, 'prefix' | 'identity'>,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [command = program, ...rest] = [...prefix, program, ...args];
  return spawn(command, rest, { cwd: '/', env: ENVIRONMENT, ...identity, ...options });
}

/** Runs a program to its end and collects what it prints. */
export async function run(
  how: Pick<Runner, 'prefix' | 'identity'>,
  program: string,
  args: string[],
  input = '',
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let output = '';
  const child = launch(how, program, args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.on('error', (error) => resolve({ ok: false, output: errorMessage(error) }));
  child.on('close', (code) => resolve({ ok: code === 0, output }));
  // A program that can't be started or doesn't read its input closes the pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return promise;
}
