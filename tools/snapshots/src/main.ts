import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { connect, migrate, startEmbedded } from '@codemetrics/database';
import { describeSchema } from './describe-schema.ts';
import { OPENAPI_FILE, SCHEMA_FILE } from './files.ts';
import { openApiText } from './openapi-text.ts';

// Writes both snapshots anew; the test beside compares them.
await writeFile(OPENAPI_FILE, openApiText());
const directory = await mkdtemp(join(tmpdir(), 'codemetrics-snapshots-'));
const embedded = await startEmbedded({ directory, log: () => undefined, settings: { fsync: 'off' } });
try {
  const connection = connect({ url: embedded.url });
  await migrate(connection.db);
  await connection.close();
  const client = new Client({ connectionString: embedded.url });
  await client.connect();
  await writeFile(SCHEMA_FILE, await describeSchema(client).finally(() => client.end()));
} finally {
  await embedded.stop();
  await rm(directory, { recursive: true, force: true });
}
console.log(`written: ${OPENAPI_FILE}, ${SCHEMA_FILE}`);
