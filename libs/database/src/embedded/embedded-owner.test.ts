import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { query, spawnOwner, start, temporaryDirectory } from './embedded-testing.ts';
import { startTimeOf } from './processes.ts';

describe('a data directory with an owner', { timeout: 60_000 }, () => {
  test('refuses a second server, in the same process and from another', async () => {
    const directory = temporaryDirectory();
    const owner = await spawnOwner(directory);
    await expect(start(directory)).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringContaining(`process ${owner.child.pid}`),
    });
    expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const other = temporaryDirectory();
    await start(other);
    await expect(start(other)).rejects.toMatchObject({ code: 'directory-in-use' });
  });

  test('refuses it even when the owner file was deleted', async () => {
    const directory = temporaryDirectory();
    const owner = await spawnOwner(directory);
    rmSync(join(directory, 'server.lock'));
    await expect(start(directory)).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringContaining(`process ${owner.child.pid}`),
    });
    expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is free again when the pid of its owner is used by someone else', async () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'server.lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: `${startTimeOf(process.pid)}0` }));
    await (await start(directory)).stop();
    writeFileSync(file, '');
    await (await start(directory)).stop();
    expect(existsSync(file)).toBe(false);
  });

  test('a client that waits in the port does not disturb', async () => {
    const database = await start(temporaryDirectory());
    const socket = connect(Number(new URL(database.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    await database.stop();
    socket.destroy();
  });
});
