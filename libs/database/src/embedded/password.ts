import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, errorCode, lastLines } from './errors.ts';
import { giveTo } from './ownership.ts';
import { run } from './runner.ts';
import type { Runner } from './runner.ts';
import { USER } from './settings.ts';

/** The file with the database's password, which initdb reads too. */
export const passwordFile = (directory: string): string => join(directory, 'postgres-password');

export async function readPassword(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(passwordFile(directory), 'utf8')).trim() || undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads the password or makes one; `cluster` is given when it exists and must learn a new one. */
export async function ensurePassword(directory: string, runner: Runner, cluster?: string): Promise<string> {
  const known = await readPassword(directory);
  if (known) return known;
  const password = randomBytes(24).toString('hex');
  if (cluster) await setPassword(runner, cluster, password);
  const file = passwordFile(directory);
  const temporary = `${file}.new`;
  await using handle = await open(temporary, 'w', 0o600);
  await handle.writeFile(`${password}\n`);
  await handle.sync();
  await chmod(temporary, 0o600);
  if (process.getuid?.() === 0) await giveTo(temporary, runner.identity.uid ?? 0, runner.identity.gid);
  await rename(temporary, file);
  return password;
}

/** The password file was lost: single-user mode asks for none. The statement goes through stdin, not the log. */
async function setPassword(runner: Runner, cluster: string, password: string): Promise<void> {
  const args = ['--single', '-D', cluster, '-c', 'log_min_error_statement=panic', 'postgres'];
  const statement = `ALTER ROLE ${USER} PASSWORD '${password}'\n`;
  const outcome = await run(runner, runner.binaries.postgres, args, statement);
  if (outcome.ok && !outcome.output.includes('ERROR:')) return;
  throw new EmbeddedDatabaseError(
    'corrupt-directory',
    `The file postgres-password is missing beside ${cluster}, and a new password could not be set:\n` +
      `${lastLines(outcome.output)}\nRestore the file from a backup. ${DATABASE_URL_ADVICE}`,
  );
}
