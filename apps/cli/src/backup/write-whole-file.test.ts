import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../test/git-kit.ts';
import { writeWholeFile } from './write-whole-file.ts';

const writing = (text: string) => (output: NodeJS.WritableStream) => pipeline(Readable.from([text]), output);

test('the file is there when it is whole, for its owner alone', async () => {
  const path = join(temporaryDirectory(), 'x');
  await writeWholeFile(path, false, async (output) => {
    expect(readdirSync(join(path, '..'))).not.toContain('x');
    await writing('whole')(output);
  });
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['whole', 0o600]);
});

test('what fails leaves nothing, and what was there stays', async () => {
  const path = join(temporaryDirectory(), 'x');
  writeFileSync(path, 'before');
  chmodSync(path, 0o644);
  const failing = writeWholeFile(path, true, async (output) => {
    output.write('half');
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect([readdirSync(join(path, '..')), readFileSync(path, 'utf8')]).toEqual([['x'], 'before']);
  await writeWholeFile(path, true, writing('after'));
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['after', 0o600]);
});

test('without force nothing is overwritten, neither what is there nor what comes meanwhile', async () => {
  const path = join(temporaryDirectory(), 'x');
  const late = writeWholeFile(path, false, async (output) => {
    await writing('mine')(output);
    writeFileSync(path, 'theirs');
  });
  await expect(late).rejects.toThrow('exists already. --force');
  await expect(writeWholeFile(path, false, writing('mine'))).rejects.toThrow('exists already. --force');
  expect([readdirSync(join(path, '..')), readFileSync(path, 'utf8')]).toEqual([['x'], 'theirs']);
});

test('what is no file is never replaced', async () => {
  const path = join(temporaryDirectory(), 'x');
  mkdirSync(path);
  await expect(writeWholeFile(path, true, writing(''))).rejects.toThrow('is not a file');
  await expect(writeWholeFile('/dev/null', true, writing(''))).rejects.toThrow('is not a file');
});
