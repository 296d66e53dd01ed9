import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { query, start, temporaryDirectory } from '../embedded/embedded-testing.ts';
import { attachEmbedded, hasEmbedded } from './attach-embedded.ts';

test(
  'finds the embedded database that runs on a directory, and only that one',
  { timeout: 60_000 },
  async () => {
    const directory = temporaryDirectory();
    expect(await hasEmbedded(directory)).toBe(false);
    expect(await attachEmbedded(directory)).toBeUndefined();
    const database = await start(directory);
    expect(await hasEmbedded(directory)).toBe(true);
    const url = await attachEmbedded(directory);
    expect(url).toBe(database.url);
    expect(await query(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
    // A copy names the same port and knows the same password.
    const copy = join(temporaryDirectory(), 'copy');
    mkdirSync(join(copy, 'postgres'), { recursive: true });
    for (const file of ['postgres-password', 'postgres/postmaster.pid', 'postgres/PG_VERSION'])
      cpSync(join(directory, file), join(copy, file));
    expect(await hasEmbedded(copy)).toBe(true);
    expect(await attachEmbedded(copy)).toBeUndefined();
    await database.stop();
    expect(await hasEmbedded(directory)).toBe(true);
    expect(await attachEmbedded(directory)).toBeUndefined();
    rmSync(join(directory, 'postgres-password'));
    expect(await attachEmbedded(directory)).toBeUndefined();
  },
);
