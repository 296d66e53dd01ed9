import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../test/git-kit.ts';
import { readConfig, readInstallation } from './config.ts';

test('the command line goes before the environment, and that before the defaults', () => {
  expect(readConfig({}).url).toBe('http://127.0.0.1:3000');
  expect(readConfig({ CODEMETRICS_URL: 'https://a.example/ ' }).url).toBe('https://a.example');
  expect(readConfig({ CODEMETRICS_URL: 'https://a.example' }, { url: 'https://B.example/x/' }).url).toBe(
    'https://b.example/x',
  );
  expect(readConfig({}).stateDirectory).toBe(join(homedir(), '.local', 'state', 'codemetrics'));
  expect(readConfig({ XDG_STATE_HOME: '/state' }).stateDirectory).toBe(join('/state', 'codemetrics'));
  expect(readConfig({ XDG_STATE_HOME: '/state' }, { stateDir: '/mine' }).stateDirectory).toBe('/mine');
});

test.each(['metrics.example.com', 'ftp://x', '', 'https://jo:secret@x'])('the url %j is refused', (url) => {
  expect(() => readConfig({}, { url })).toThrow(/^The server’s URL must (?!.*secret)/);
});

test('the token comes from the environment, or anew from its file each time', async () => {
  expect(await readConfig({ CODEMETRICS_TOKEN: ' abc\n' }).token()).toBe('abc');
  const file = join(temporaryDirectory(), 'token');
  const { token } = readConfig({ CODEMETRICS_TOKEN_FILE: file });
  await expect(token()).rejects.toThrow('CODEMETRICS_TOKEN_FILE can’t be read');
  writeFileSync(file, 'first\n');
  expect(await token()).toBe('first');
  writeFileSync(file, 'second');
  expect(await token()).toBe('second');
  writeFileSync(file, '\n');
  await expect(token()).rejects.toThrow('is empty');
  writeFileSync(file, 'a secret\nof two lines');
  await expect(token()).rejects.toThrow(/^The file \S+ of CODEMETRICS_TOKEN_FILE has characters/);
  await expect(readConfig({}).token()).rejects.toThrow('Set CODEMETRICS_TOKEN');
});

test('the installation is where its server has it, unless the command line names a directory', () => {
  expect(readInstallation({})).toEqual({ databaseUrl: undefined, dataDir: resolve('data') });
  const env = { DATABASE_URL: ' postgresql://x/y ', DATA_DIR: '/srv/data' };
  expect(readInstallation(env)).toEqual({ databaseUrl: 'postgresql://x/y', dataDir: '/srv/data' });
  expect(readInstallation(env, { dataDir: '/other' })).toEqual({ databaseUrl: undefined, dataDir: '/other' });
  expect(() => readInstallation({ DATABASE_URL: 'jo:secret@x' })).toThrow(/^DATABASE_URL must (?!.*secret)/);
});
