import type { Logger } from 'pino';
import type { Connection, EmbeddedDatabase } from '@codemetrics/database';
import { connect, migrate, startEmbedded } from '@codemetrics/database';
import type { Config } from './config.ts';

/** The database of a server: its connection, and the embedded engine where there is one. */
export interface OpenDatabase {
  readonly connection: Connection;
  readonly embedded: EmbeddedDatabase | undefined;
  close(): Promise<void>;
}

/** Starts or reaches the database and brings its schema forward. */
export const openDatabase = async (config: Config, log: Logger): Promise<OpenDatabase> => {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({
          directory: config.dataDir,
          log: ({ level, message, ...fields }) => log[level](fields, message),
        })
      : undefined;
  const connection = connect({
    url: config.databaseUrl ?? embedded!.url,
    onIdleError: (error) => log.warn({ error }, 'an idle database connection was lost'),
  });
  const close = async (): Promise<void> => {
    await connection.close();
    await embedded?.stop();
  };
  try {
    const ran = await migrate(connection.longDb);
    if (ran.length > 0) log.info({ migrations: ran }, 'the database schema was brought forward');
  } catch (error) {
    await close();
    throw error;
  }
  return { connection, embedded, close };
};
