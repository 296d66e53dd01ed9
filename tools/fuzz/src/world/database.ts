import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '@codemetrics/database';
import { createDatabase, dropDatabase } from '@codemetrics/testing';

/** A database that lives as long as one run. */
export interface OwnDatabase {
  readonly url: string;
  readonly client: Client;
  remove(): Promise<void>;
}

/** Nothing here outlives the run, so its writes need not reach the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Makes an empty database on the server that DATABASE_URL names, else on an embedded one of its own. */
export const ownDatabase = async (given: string | undefined): Promise<OwnDatabase> => {
  const directory = given === undefined ? await mkdtemp(join(tmpdir(), 'codemetrics-fuzz-')) : undefined;
  const embedded =
    directory === undefined
      ? undefined
      : await startEmbedded({ directory, log: () => undefined, settings: SETTINGS });
  const serverUrl = given ?? embedded!.url;
  const { name, url } = await createDatabase(serverUrl);
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    client,
    remove: async () => {
      await client.end();
      await dropDatabase(serverUrl, name);
      await embedded?.stop();
      if (directory !== undefined) await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
};
