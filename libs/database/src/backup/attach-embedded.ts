import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { clusterPath } from '../embedded/cluster.ts';
import { errorCode } from '../embedded/errors.ts';
import { readPassword } from '../embedded/password.ts';
import { databaseUrl } from '../embedded/settings.ts';

const PORT_LINE = 3;

/** Whether a data directory holds an embedded database, running or not. */
export const hasEmbedded = async (directory: string): Promise<boolean> =>
  (await readFile(join(clusterPath(resolve(directory)), 'PG_VERSION')).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  })) !== null;

/** The port that the postmaster wrote down when it started; it may be gone since. */
const readPort = async (cluster: string): Promise<number | undefined> => {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[PORT_LINE]?.trim());
  return Number.isInteger(port) && port > 0 ? port : undefined;
};

/** The address of the embedded database that runs on a data directory; undefined where none does. */
export const attachEmbedded = async (directory: string): Promise<string | undefined> => {
  const cluster = clusterPath(resolve(directory));
  const [port, password] = [await readPort(cluster), await readPassword(resolve(directory))];
  if (port === undefined || password === undefined) return undefined;
  const url = databaseUrl(password, port);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // A copy of the directory has the same password, and may be what runs on that port.
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return (await realpath(rows[0]!.data_directory)) === (await realpath(cluster)) ? url : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
};
