import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { makeDatabase, query, temporaryDirectory } from './backup-testing.ts';
import { readSequences, readTables } from './catalogue.ts';
import { checkBackup } from './check-backup.ts';
import { dumpFrames } from './dump-frames.ts';
import { FORMAT } from './format.ts';
import { writeHeader } from './gzip.ts';
import { loadTables } from './load-tables.ts';
import { openClient } from './open-client.ts';
import { setSequences } from './with-quiet-tables.ts';

vi.setConfig({ testTimeout: 60_000 });

const SCHEMA = `
  create table kinds (
    id bigint generated always as identity primary key,
    parent bigint references kinds,
    bytes bytea, amount numeric, span interval, at timestamp, address inet, net cidr, times timestamptz[], bits varbit,
    "Odd ""name" text, single real, made bigint generated always as (id * 2) stored)`;

const ROWS = `
  insert into kinds (parent, bytes, amount, span, at, address, net, times, bits, "Odd ""name", single) values
    (null, '\\x00ff5c0a', 12345678901234567890.000000000123, '1 year -2 mons 3.000001 s', '0044-03-15 12:00:00 BC', '::1/64', '10.0.0.0/8',
      '{"2024-02-29 23:59:59.999999+14",null}', B'10101', E'\\\\.\\n\\\\.', 0.1::real),
    (1, '', 'NaN', '-178000000 years', 'infinity', null, null, '{}', B'', '', 'Infinity'),
    (2, null, null, null, null, null, null, null, null, null, null)`;

// On a table of no migration's, since those need not have every kind.
test('values of every kind, generated columns and sequences come back as they were', async () => {
  const [source, target] = [await makeDatabase('empty'), await makeDatabase('empty')];
  await query(source, SCHEMA);
  await query(source, ROWS);
  // Longer than a piece of the file.
  await query(source, `update kinds set "Odd ""name" = repeat(E'\\\\ü\\t', 1000000) where id = 3`);
  // Another way of writing times and bytes must not matter.
  await query(
    source,
    `do $$ begin execute format('alter database %I set datestyle = ''SQL, DMY''', current_database());
    execute format('alter database %I set bytea_output = escape', current_database());
    execute format('alter database %I set extra_float_digits = -10', current_database()); end $$`,
  );
  const dump = await openClient(source, 'test');
  const tables = await readTables(dump);
  const header = {
    ...{ format: FORMAT, productVersion: '1', takenAt: '', migrations: [], tables },
    ...{ sequences: await readSequences(dump), auditHead: { sequence: 0, hash: '' } },
  };
  const frames = dumpFrames({ client: dump, header, rows: {}, onProgress: () => undefined });
  const path = join(temporaryDirectory(), 'x.backup');
  const output = createWriteStream(path);
  await pipeline(frames, createGzip(), writeHeader, output);
  await dump.end();
  await query(target, SCHEMA);
  await using file = await open(path);
  const client = await openClient(target, 'test');
  await client.query('begin');
  await client.query('truncate kinds');
  const backup = await checkBackup(file);
  expect(await loadTables({ client, file, backup, present: tables, onProgress: () => undefined })).toEqual(
    [],
  );
  await setSequences(client, header.sequences);
  await client.query('commit');
  await client.end();
  const read = 'select k::text as line from kinds k order by id';
  const [before, after] = [await openClient(source, 'test'), await openClient(target, 'test')];
  expect((await after.query(read)).rows).toEqual((await before.query(read)).rows);
  expect((await after.query('insert into kinds (parent) values (3) returning id, made')).rows).toEqual([
    { id: 4, made: 8 },
  ]);
  await Promise.all([before.end(), after.end()]);
});
