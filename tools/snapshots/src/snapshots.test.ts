import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { OPENAPI_FILE, SCHEMA_FILE } from './files.ts';
import { openApiText } from './openapi-text.ts';

const HINT = 'if the change is meant, run `npm run snapshots` and commit the result';

test('the OpenAPI document is the one that was reviewed', async () => {
  expect(
    openApiText() === (await readFile(OPENAPI_FILE, 'utf8')),
    `libs/rest/openapi.json differs: ${HINT}`,
  ).toBe(true);
});

test('the SQL schema is the one that was reviewed', async () => {
  const url = new URL(inject('databaseServerUrl'));
  url.pathname = `/${inject('templateDatabase')}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const schema = await describeSchema(client).finally(() => client.end());
  expect(schema, HINT).toBe(await readFile(SCHEMA_FILE, 'utf8'));
});
