import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, migrate, startEmbedded } from '@codemetrics/database';
import './provided-context.ts';
import { createDatabase, dropDatabase } from './test-database.ts';

/** Starts the PostgreSQL that this run's tests use: an embedded one, or the one that DATABASE_URL names. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const given = process.env['DATABASE_URL'];
  const directory = given === undefined ? await mkdtemp(join(tmpdir(), 'codemetrics-test-')) : undefined;
  const embedded =
    directory === undefined
      ? undefined
      : await startEmbedded({
          directory,
          log: () => undefined,
          // Nothing here outlives the run, so its writes need not reach the disk.
          settings: {
            fsync: 'off',
            synchronous_commit: 'off',
            full_page_writes: 'off',
            max_connections: '300',
          },
        });
  const url = given ?? embedded!.url;
  const template = await createDatabase(url);
  const connection = connect({ url: template.url });
  await migrate(connection.db);
  await connection.close();
  project.provide('databaseServerUrl', url);
  project.provide('templateDatabase', template.name);
  return async () => {
    await dropDatabase(url, template.name);
    await embedded?.stop();
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  };
};

// vitest takes a default export here.
export { setup as default };
