import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { addUser, backUp, contentOf, makeDatabase, query, restore } from './backup-testing.ts';
import { checkBackup, restoreDatabase } from './index.ts';
import { readParts } from './read-frames.ts';

vi.setConfig({ testTimeout: 60_000 });

const read = async (bytes: Uint8Array, chunk = 1000): Promise<string[]> => {
  const source = (async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield Buffer.from(bytes.subarray(at, at + chunk));
  })();
  const kinds: string[] = [];
  for await (const { kind } of readParts(source)) kinds.push(kind);
  return kinds;
};

const REFUSED = { name: 'BackupError', code: expect.stringMatching(/^(damaged|not-a-backup|newer)$/) };

describe('a backup', () => {
  test('is read whole, whatever the pieces that it comes in', async () => {
    const url = await makeDatabase();
    await addUser(url, 'jo');
    const bytes = readFileSync(await backUp(url));
    const parts = await read(bytes);
    expect([parts[0], parts.at(-1), parts.includes('data')]).toEqual(['header', 'trailer', true]);
    expect(await read(bytes, 1)).toEqual(parts);
    // Any tool can look into it.
    expect(gunzipSync(bytes).subarray(0, 19).toString()).toBe('CODEMETRICS-BACKUP\n');
  });

  test('is refused with any byte of it altered', { timeout: 120_000 }, async () => {
    const bytes = readFileSync(await backUp(await makeDatabase()));
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 0xff;
      await expect(read(altered), `byte ${at}`).rejects.toMatchObject(REFUSED);
    }
  });

  test('is refused where it is cut off, and where something follows', { timeout: 120_000 }, async () => {
    const bytes = readFileSync(await backUp(await makeDatabase()));
    for (let length = 0; length < bytes.length; length += length < 30 || length > bytes.length - 30 ? 1 : 13)
      await expect(read(bytes.subarray(0, length)), `${length} bytes`).rejects.toMatchObject(REFUSED);
    for (const more of [Buffer.alloc(1), Buffer.from('x'), gzipSync(''), gzipSync('x'), bytes])
      await expect(read(Buffer.concat([bytes, more]))).rejects.toMatchObject(REFUSED);
  });

  test('is refused where its content was packed anew with a change', async () => {
    const url = await makeDatabase();
    await addUser(url, 'jo-the-user');
    const plain = gunzipSync(readFileSync(await backUp(url)));
    const repack = (content: Buffer): Buffer => {
      const packed = gzipSync(content);
      Buffer.from('1f8b08000000000000ff', 'hex').copy(packed);
      return packed;
    };
    await expect(read(repack(plain))).resolves.toContain('trailer');
    plain.write('x', plain.indexOf('jo-the-user'));
    await expect(read(repack(plain))).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('not what was written'),
    });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('-- PostgreSQL database dump\n'.repeat(50))],
    ['another gzip file', gzipSync('-- PostgreSQL database dump\n'.repeat(50))],
  ])('is not %s', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'not-a-backup' });
  });
});

test('a file that changes between its check and its reading leaves the database as it was', async () => {
  const [source, target] = [await makeDatabase(), await makeDatabase()];
  for (let at = 0; at < 50; at++) await addUser(source, `user-${at}`);
  await addUser(target, 'ann');
  const before = await contentOf(target);
  const path = await backUp(source);
  const bytes = readFileSync(path);
  await using file = await open(path);
  const backup = await checkBackup(file);
  bytes[bytes.length >> 1]! ^= 0xff;
  writeFileSync(path, bytes);
  await expect(
    restoreDatabase({ url: target, file, backup, replace: true, keepTokens: false }),
  ).rejects.toMatchObject({ code: 'damaged' });
  expect(await contentOf(target)).toEqual(before);
  // And another whole backup, of as many rows, is no better.
  await query(source, `update users set display_name = 'other'`);
  writeFileSync(path, readFileSync(await backUp(source)));
  await expect(
    restoreDatabase({ url: target, file, backup, replace: true, keepTokens: false }),
  ).rejects.toThrow('changed while it was read');
  expect(await contentOf(target)).toEqual(before);
  await expect(restore(target, path, { replace: true })).resolves.toMatchObject({ rows: 51 });
});
