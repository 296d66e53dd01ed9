import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Connection } from './connect.ts';
import { connect } from './connect.ts';

// For the tests of this library only: @codemetrics/testing stands above it.

const administer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: inject('databaseServerUrl') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

/** A migrated database for all tests of a file; read it inside of tests, through the function that this returns. */
export const useScratchDatabase = (): (() => Connection) => {
  const name = `codemetrics_test_${randomUUID().replaceAll('-', '')}`;
  let connection: Connection | undefined;
  beforeAll(async () => {
    await administer(`create database ${name} template ${inject('templateDatabase')}`);
    const url = new URL(inject('databaseServerUrl'));
    url.pathname = `/${name}`;
    connection = connect({ url: url.href });
  });
  afterAll(async () => {
    await connection?.close();
    await administer(`drop database if exists ${name} with (force)`);
  });
  return () => connection!;
};
