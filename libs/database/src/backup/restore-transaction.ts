import type { ControlledTransaction } from 'kysely';
import { Kysely, PostgresDialect } from 'kysely';
import type { Client, PoolClient } from 'pg';
import type { Database } from '../tables/index.ts';

/** A transaction on the one client that copies too, so that whatever ends either leaves all as it was. */
export const beginOn = (client: Client): Promise<ControlledTransaction<Database>> => {
  const only = { query: client.query.bind(client), release: () => undefined } as unknown as PoolClient;
  const pool = { options: {}, connect: () => Promise.resolve(only), end: () => Promise.resolve() };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }).startTransaction().execute();
};
