import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '@codemetrics/database';
import { EmbeddedDatabaseError, loadBackup, startEmbedded } from '@codemetrics/database';
import { CliError } from '../cli-error.ts';
import type { InstallationConfig } from '../config.ts';

/** The database of an installation. */
export interface Installation {
  readonly url: string;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

type Warn = (text: string) => void;

/** A server that starts at this moment takes so long until its database answers. */
const PATIENCE_MS = 15_000;

const start = async (directory: string, warn: Warn): Promise<Installation> => {
  const log = ({ level, message }: LogEntry): void => {
    if (level !== 'info') warn(message);
  };
  const embedded = await startEmbedded({ directory, log });
  return { url: embedded.url, close: () => embedded.stop() };
};

const external = (url: string): Installation => ({ url, close: () => Promise.resolve() });

/** For reading: the embedded database as the server runs it, or else started for the while. */
export const openForBackup = async (config: InstallationConfig, warn: Warn): Promise<Installation> => {
  if (config.databaseUrl !== undefined) return external(config.databaseUrl);
  const { dataDir } = config;
  const { attachEmbedded, hasEmbedded } = await loadBackup();
  if (!(await hasEmbedded(dataDir)))
    throw new CliError(
      `There is no embedded database in ${dataDir}. Name its directory with --data-dir or DATA_DIR, or set DATABASE_URL.`,
    );
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const url = await attachEmbedded(dataDir);
    if (url !== undefined) return external(url);
    try {
      return await start(dataDir, warn);
    } catch (error) {
      const isInUse = error instanceof EmbeddedDatabaseError && error.code === 'directory-in-use';
      if (!isInUse || Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
};

/** For writing: never the embedded database of a server that runs. */
export const openForRestore = (config: InstallationConfig, warn: Warn): Promise<Installation> =>
  config.databaseUrl === undefined
    ? start(config.dataDir, warn)
    : Promise.resolve(external(config.databaseUrl));
