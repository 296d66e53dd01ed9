import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { TestDatabase } from '@codemetrics/testing';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import type { TakeDigest } from '../check/table-digest.ts';
import { tableDigest } from '../check/table-digest.ts';
import type { Call } from '../generate/call.ts';
import type { Examined } from './examiner.ts';
import { refusedChanges } from './refused-changes.ts';

let database: TestDatabase;
let client: Client;
let digest: TakeDigest;
beforeAll(async () => {
  database = await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'));
  client = new Client({ connectionString: database.url });
  await client.connect();
  digest = await tableDigest(client);
});
afterAll(async () => {
  await client.end();
  await dropDatabase(inject('databaseServerUrl'), database.name);
});
beforeEach(() => client.query('delete from sources'));

const call = (what: string, method = 'POST'): Call => ({ what, method }) as Call;
const examined = (one: Call, status: number): Examined => ({
  ...{ call: one, faults: [], from: 0, to: 0 },
  answer: { status, headers: {}, text: '' },
});
const written: string[] = [];

/** Answers as it is told, and writes where `leaky` stands in the call. */
const examine = (status: number) => async (one: Call) => {
  written.push(one.what);
  if (one.what.includes('leaky'))
    await client.query('insert into sources (source) values (gen_random_uuid())');
  return examined(one, status);
};

test('the refused call that changes something is told from those beside it', async () => {
  const calls = ['a', 'leaky', 'b'].map((what) => examined(call(what), 400));
  const { changes } = await refusedChanges(calls, 2, examine(400), digest);
  expect(changes.map((one) => [one.call.what, one.tables])).toEqual([['leaky', ['sources']]]);
});

test('accepted and reading calls are not sent again, and nothing is told where nothing changed', async () => {
  written.length = 0;
  const calls = [
    examined(call('accepted leaky'), 200),
    examined(call('reading leaky', 'GET'), 403),
    examined(call('refused'), 403),
  ];
  expect(await refusedChanges(calls, 2, examine(403), digest)).toEqual({ sent: 1, changes: [] });
  expect(written).toEqual(['refused']);
});

test('a call that is accepted the second time may change what it likes', async () => {
  const { changes } = await refusedChanges([examined(call('leaky'), 409)], 2, examine(200), digest);
  expect(changes).toEqual([]);
});
