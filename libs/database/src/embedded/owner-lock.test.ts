import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { temporaryDirectory } from './embedded-testing.ts';
import { acquireOwnerLock } from './owner-lock.ts';

const SCRIPT = `
const { acquireOwnerLock } = await import(process.argv[1]);
const lock = await acquireOwnerLock(process.argv[2], 'here').catch((error) => error.code);
process.stdout.write(typeof lock === 'string' ? lock : 'mine');
process.stdin.resume();
`;

test('of many servers that find a stale lock one takes it over', { timeout: 60_000 }, async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'server.lock');
  for (let round = 0; round < 5; round += 1) {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + round, started: '1' }));
    const children = Array.from({ length: 8 }, () =>
      spawn(process.execPath, [
        '--input-type=module',
        '-e',
        SCRIPT,
        join(import.meta.dirname, 'owner-lock.ts'),
        file,
      ]),
    );
    const answers = await Promise.all(
      children.map(async (child) => String((await once(child.stdout, 'data'))[0])),
    );
    expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'directory-in-use')).toHaveLength(7);
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(children[answers.indexOf('mine')]?.pid);
    await Promise.all(
      children.map(async (child) => {
        child.stdin.end();
        await once(child, 'close');
      }),
    );
  }
  expect(readdirSync(directory)).toEqual(['server.lock']);
});

test('an owner in another container is known by its heartbeat', { timeout: 30_000 }, async () => {
  const file = join(temporaryDirectory(), 'server.lock');
  const foreign = JSON.stringify({ pid: 1, started: '1', space: 'another container' });
  writeFileSync(file, foreign);
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 300);
  await expect(acquireOwnerLock(file, 'here')).rejects.toMatchObject({ code: 'directory-in-use' });
  clearInterval(beat);
  const lock = await acquireOwnerLock(file, 'here');
  lock.release();
  expect(readdirSync(join(file, '..'))).toEqual([]);
});
