import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../test/git-kit.ts';
import { saveProgress } from './save-progress.ts';
import { openStateFile } from './state-file.ts';

const KEY = { server: 'http://127.0.0.1:3000', workload: 'w', repository: 'acme/shop' };
const state = (letter: string) => ({ last: letter.repeat(40), workloadCreated: null });

test('each server, workload and repository has a state of its own', async () => {
  const directory = join(temporaryDirectory(), 'made', 'anew');
  await openStateFile(directory, KEY).write(state('a'));
  expect(await openStateFile(directory, KEY).read()).toMatchObject(state('a'));
  for (const other of [{ server: 'http://other' }, { workload: 'x' }, { repository: 'acme/other' }])
    expect(await openStateFile(directory, { ...KEY, ...other }).read()).toBeNull();
});

test('a state that can’t be read is none', async () => {
  const directory = temporaryDirectory();
  const file = openStateFile(directory, KEY);
  await file.write(state('a'));
  const [name, ...others] = readdirSync(directory);
  expect(others).toEqual([]);
  expect(readFileSync(join(directory, name!), 'utf8')).toContain('"repository": "acme/shop"');
  for (const text of ['', '{"last": "', '{}', '{"last":"--help","workloadCreated":null}', 'null']) {
    writeFileSync(join(directory, name!), text);
    expect(await file.read()).toBeNull();
  }
});

test('an import writes its state now and then, and at its end', async () => {
  const directory = temporaryDirectory();
  const file = openStateFile(directory, KEY);
  let now = 0;
  const saving = saveProgress(file, null, () => now);
  saving.note('a'.repeat(40));
  expect(await file.read()).toBeNull();
  now = 3000;
  saving.note('b'.repeat(40));
  await expect.poll(() => file.read()).toMatchObject(state('b'));
  saving.note('c'.repeat(40));
  saving.note(null);
  await saving.close();
  expect(await file.read()).toMatchObject(state('c'));
});
