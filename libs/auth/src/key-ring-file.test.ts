import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadOrCreateKeyRingFile } from './key-ring-file.ts';

describe('loadOrCreateKeyRingFile', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'codemetrics-keys-'));
    path = join(directory, 'keys');
  });
  afterEach(() => rm(directory, { recursive: true }));

  test('creates a file for its owner only, leaves nothing else, and reads it again', async () => {
    const ring = await loadOrCreateKeyRingFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['keys']);
    expect(await loadOrCreateKeyRingFile(path)).toEqual(ring);
  });

  test('racers agree on one file, wherever they overlap', async () => {
    for (let round = 0; round < 20; round += 1) {
      const file = join(directory, `keys-${round}`);
      const racers = Array.from({ length: 20 }, async (_, at) => {
        await setTimeout(at / 4);
        return loadOrCreateKeyRingFile(file);
      });
      const kids = (await Promise.all(racers)).map((ring) => ring[0].kid);
      expect(new Set(kids).size).toBe(1);
    }
    expect(await readdir(directory)).toHaveLength(20);
  });

  test.each([0o640, 0o604, 0o620, 0o601, 0o666])('refuses mode %o and says what to run', async (mode) => {
    await loadOrCreateKeyRingFile(path);
    await chmod(path, mode);
    await expect(loadOrCreateKeyRingFile(path)).rejects.toThrow(`chmod 600 ${path}`);
    await chmod(path, 0o400);
    await expect(loadOrCreateKeyRingFile(path)).resolves.toHaveLength(1);
  });

  test('a broken file is refused, named, kept as it is, and not shown', async () => {
    await writeFile(path, 'hunter2', { mode: 0o600 });
    const error = await loadOrCreateKeyRingFile(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toContain(path);
    expect(String(error)).not.toContain('hunter2');
    expect(await readFile(path, 'utf8')).toBe('hunter2');
  });

  test('an empty file is refused, not replaced', async () => {
    await writeFile(path, '', { mode: 0o600 });
    await expect(loadOrCreateKeyRingFile(path)).rejects.toThrow('no key');
  });

  test('a directory in its place is refused', async () => {
    await expect(loadOrCreateKeyRingFile(directory)).rejects.toThrow('not a regular file');
  });

  test('a missing directory is an error', async () => {
    await expect(loadOrCreateKeyRingFile(join(directory, 'none', 'keys'))).rejects.toThrow('ENOENT');
  });
});
