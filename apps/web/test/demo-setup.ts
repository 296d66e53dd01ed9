import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TestProject } from 'vitest/node';
import { sql } from 'kysely';
import { connect } from '@codemetrics/database';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import { fillDemo } from '@codemetrics/demo';
import { readConfig } from '../../server/src/config.ts';
import { createLog } from '../../server/src/log.ts';
import { startServer } from '../../server/src/start-server.ts';
import { hasBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database with the demo's teams, which tests of screens copy; its administrator has the tests' password. */
    demoDatabase: string;
    /** The key ring of the servers over it. */
    demoSecret: string;
  }
}

const DEMO_PASSWORD = 'a sentence for the tests 42';
/** Enough for the ranges that screens begin with, and quick to send. */
const DAYS = 120;

/** What the server does by itself a minute after; without it a plan may be thousands of times slower. */
const analyze = async (url: string): Promise<void> => {
  const connection = connect({ url });
  await sql`analyze`.execute(connection.db);
  await connection.close();
};

/** Sends the demo's data through a server, once a run, into a database that tests of screens copy. */
const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (!hasBrowser) return undefined;
  const { databaseServerUrl, templateDatabase } = project.getProvidedContext();
  const database = await createDatabase(databaseServerUrl, templateDatabase);
  const dataDir = await mkdtemp(join(tmpdir(), 'codemetrics-demo-test-'));
  const secret = randomBytes(48).toString('base64url');
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    ADMIN_PASSWORD: DEMO_PASSWORD,
    TOKEN_SECRET: secret,
    RATE_LIMIT: 'off',
  });
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const server = await startServer(config, createLog('warn', silent));
  try {
    await fillDemo({ url: server.url, username: 'admin', password: DEMO_PASSWORD, days: DAYS, seed: 1 });
    await analyze(database.url);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  project.provide('demoDatabase', database.name);
  project.provide('demoSecret', secret);
  return () => dropDatabase(databaseServerUrl, database.name);
};

// vitest takes a default export here.
export { setup as default };
