import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { CliError, UsageError } from './cli-error.ts';

/** The settings that come from the environment. */
export interface Config {
  /** Where the server is, without a slash at its end. */
  readonly url: string;
  /** Asked before every call, so that a rotated token in a file is taken up. */
  readonly token: () => Promise<string>;
  /** Where the command remembers how far it came. */
  readonly stateDirectory: string;
}

/** What was given on the command line, which goes before the environment. */
export interface Given {
  readonly url?: string | undefined;
  readonly stateDir?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_URL = 'http://127.0.0.1:3000';

const urlOf = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError(
      `The server’s URL must be like https://metrics.example.com, not “${text.slice(0, 200)}”.`,
    );
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    throw new UsageError('The server’s URL must not carry a user name or a password.');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};

const checked = (token: string, name: string): string => {
  if (token === '') throw new CliError(`${name} is empty.`);
  // Never shown: what is no token may be another secret.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new CliError(`${name} has characters that no token has.`);
  return token;
};

const tokenOf = (env: Environment) => async (): Promise<string> => {
  const token = env['CODEMETRICS_TOKEN']?.trim();
  if (token) return checked(token, 'CODEMETRICS_TOKEN');
  const file = env['CODEMETRICS_TOKEN_FILE'];
  if (!file)
    throw new CliError(
      'Set CODEMETRICS_TOKEN to a service token, or CODEMETRICS_TOKEN_FILE to a file that holds one.',
    );
  const held = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError(`CODEMETRICS_TOKEN_FILE can’t be read: ${(error as Error).message}`);
  });
  return checked(held.trim(), `The file ${file} of CODEMETRICS_TOKEN_FILE`);
};

/** Reads the settings; a `UsageError` names one that can't be read. */
export const readConfig = (env: Environment, given: Given = {}): Config => ({
  url: urlOf(given.url ?? (env['CODEMETRICS_URL']?.trim() || DEFAULT_URL)),
  token: tokenOf(env),
  stateDirectory:
    given.stateDir ?? join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'codemetrics'),
});

/** The settings of this process. */
export const readProcessConfig = (given: Given): Config => readConfig(process.env, given);

/** Where an installation keeps its data. */
export interface InstallationConfig {
  /** Its own PostgreSQL; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The directory of the embedded one. */
  readonly dataDir: string;
}

/** Reads where the installation is, as its server does; the directory on the command line goes before all. */
export const readInstallation = (
  env: Environment,
  given: { readonly dataDir?: string | undefined } = {},
): InstallationConfig => {
  const databaseUrl = given.dataDir === undefined ? env['DATABASE_URL']?.trim() || undefined : undefined;
  // Never shown: it may hold a password.
  if (
    databaseUrl !== undefined &&
    (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol))
  )
    throw new UsageError('DATABASE_URL must be postgres://USER:PASSWORD@HOST:PORT/DATABASE.');
  return { databaseUrl, dataDir: resolve(given.dataDir ?? (env['DATA_DIR']?.trim() || './data')) };
};

/** The installation that this process is to work on. */
export const readProcessInstallation = (given: {
  readonly dataDir?: string | undefined;
}): InstallationConfig => readInstallation(process.env, given);

/** What a command that is started inherits. */
export const inheritedEnvironment = (): NodeJS.ProcessEnv => {
  const { CODEMETRICS_TOKEN: _, ...others } = process.env;
  return others;
};
