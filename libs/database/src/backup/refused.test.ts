import { describe, expect, test, vi } from 'vitest';
import { connect, ping } from '../connect/connect.ts';
import { addUser, backUp, contentOf, makeDatabase, query, restore } from './backup-testing.ts';
import { openClient } from './open-client.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('a restore is refused, and changes nothing,', () => {
  test('where there is a CodeMetrics and replacing was not asked for', async () => {
    const url = await makeDatabase();
    const path = await backUp(url);
    await addUser(url, 'jo');
    const before = await contentOf(url);
    await expect(restore(url, path)).rejects.toMatchObject({
      code: 'not-empty',
      message: expect.stringContaining('--replace'),
    });
    expect(await contentOf(url)).toEqual(before);
  });

  test('where the database is another program’s', async () => {
    const path = await backUp(await makeDatabase());
    const url = await makeDatabase('empty');
    await query(url, 'create table theirs as select 1 as a');
    for (const replace of [false, true])
      await expect(restore(url, path, { replace })).rejects.toMatchObject({ code: 'not-codemetrics' });
    expect(await query(url, 'select * from theirs')).toEqual([{ a: 1 }]);
    await expect(backUp(url)).rejects.toMatchObject({ code: 'not-codemetrics' });
  });

  test('while a server works on the database', async () => {
    const url = await makeDatabase();
    const path = await backUp(url);
    const server = connect({ url });
    await ping(server.db);
    await expect(restore(url, path, { replace: true })).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('Stop every server'),
    });
    await server.close();
    await expect(restore(url, path, { replace: true })).resolves.toMatchObject({ replaced: true });
  });

  test('while a server starts, or another restore is under way', async () => {
    const url = await makeDatabase();
    const path = await backUp(url);
    const other = await openClient(url, 'test');
    await other.query('select pg_advisory_lock(3853314791062309107)');
    await expect(restore(url, path, { replace: true })).rejects.toMatchObject({ code: 'in-use' });
    await other.end();
  });

  test('where the backup is of a newer product', async () => {
    const url = await makeDatabase();
    await query(url, `insert into kysely_migration (name, timestamp) values ('9999-later', '')`);
    const path = await backUp(url, { productVersion: '7.0.0' });
    await expect(restore(await makeDatabase('empty'), path)).rejects.toMatchObject({
      code: 'newer',
      message: expect.stringMatching(/7\.0\.0.*9999-later/),
    });
  });

  test('where a table is not as the migrations make it', async () => {
    const url = await makeDatabase();
    await query(url, 'alter table users add column extra text');
    const target = await makeDatabase('empty');
    await expect(restore(target, await backUp(url))).rejects.toMatchObject({
      code: 'unfit',
      message: expect.stringContaining('users'),
    });
    expect(await contentOf(target)).toEqual({});
  });

  test('where PostgreSQL refuses a row', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase()];
    await query(source, 'alter table users drop constraint users_username_key_key');
    for (const _ of [1, 2]) await addUser(source, 'jo');
    await addUser(target, 'ann');
    const before = await contentOf(target);
    await expect(restore(target, await backUp(source), { replace: true })).rejects.toMatchObject({
      code: '23505',
    });
    expect(await contentOf(target)).toEqual(before);
  });
});
