import { EmbeddedDatabaseError } from '@codemetrics/database';
import { ConfigError, readProcessConfig } from './config.ts';
import { createLog } from './log.ts';
import type { RunningServer } from './start-server.ts';
import { startServer } from './start-server.ts';

/** What a person needs to see once the server is up, in one piece, so that whoever reads it by program has all of it. */
const announce = (server: RunningServer): void => {
  const first = server.firstAdministrator;
  const lines = [
    '',
    `CodeMetrics is ready at ${server.url}`,
    `  web app    ${server.url}/`,
    `  API        ${server.url}/api   (tRPC at ${server.url}/trpc)`,
    `  documents  ${server.url}/docs  (OpenAPI at ${server.url}/api/openapi.json)`,
    '',
  ];
  if (first?.generatedPassword)
    lines.push(
      `  Sign in as ${first.username} with the password ${first.generatedPassword}`,
      '  It is shown this once. Change it on your profile page.',
      '',
    );
  process.stdout.write(`${lines.join('\n')}\n`);
};

const explain = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof EmbeddedDatabaseError) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE')
    return `The address is taken: ${message}. Stop what listens there, or set PORT (0 takes a free one).`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return `The database at DATABASE_URL can’t be reached (${code}). Check the address, or leave DATABASE_URL out for the embedded one.`;
  return message ?? String(error);
};

const main = async (): Promise<void> => {
  const config = readProcessConfig();
  const log = createLog(config.logLevel);
  const starting = startServer(config, log);
  const stop = (signal: string): void => {
    log.info({ signal }, 'stopping');
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'the stop was not clean');
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  const server = await starting;
  server.onUnrecoverable((error) => {
    log.fatal({ error }, 'the embedded database is lost; stopping');
    process.exit(1);
  });
  announce(server);
};

main().catch((error: unknown) => {
  process.stderr.write(`CodeMetrics could not start.\n${explain(error)}\n`);
  process.exit(1);
});
