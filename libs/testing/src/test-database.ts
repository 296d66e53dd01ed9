import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database of one test file's own. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
}

const run = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Makes a database, empty or as a copy of a template. */
export const createDatabase = async (serverUrl: string, template?: string): Promise<TestDatabase> => {
  const name = `codemetrics_test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href };
};

/** Drops a database, whoever is still connected. */
export const dropDatabase = (serverUrl: string, name: string): Promise<void> =>
  run(serverUrl, `drop database if exists ${name} with (force)`);
