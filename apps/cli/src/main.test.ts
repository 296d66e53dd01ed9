import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRepository, temporaryDirectory } from '../test/git-kit.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const TOKEN = 'not-a-real-token';

// It takes every call, and answers none.
const silent = createServer();
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
});
afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

const start = (args: string[], env: Record<string, string> = { CODEMETRICS_TOKEN: TOKEN }) => {
  const { CODEMETRICS_TOKEN: _, CODEMETRICS_TOKEN_FILE: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, 'import', 'git', ...args], {
    env: { ...inherited, CODEMETRICS_URL: url, XDG_STATE_HOME: temporaryDirectory(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  return { child, ended };
};
const run = (args: string[], env?: Record<string, string>) => start(args, env).ended;

describe('codemetrics import git', () => {
  test('ends with 0 where all is done', async () => {
    const repository = makeRepository();
    repository.commit('feat: first', { 'a.txt': 'a\n' });
    expect(await run([repository.path, '--dry-run'])).toMatchObject({ code: 0, output: /1 commits/ });
    expect(await run(['--help'])).toMatchObject({ code: 0, output: /Exit codes: 0 done/ });
  });

  test('ends with 1 where it can’t be done, and says why', async () => {
    const [empty, none] = [makeRepository(), temporaryDirectory()];
    expect(await run([empty.path])).toMatchObject({ code: 1, output: /has no commits yet\./ });
    expect(await run([none])).toMatchObject({ code: 1, output: /is not a git repository\./ });
    expect(await run([`${none}/x`])).toMatchObject({ code: 1, output: /is not a directory\./ });
    expect(await run([empty.path], {})).toMatchObject({ code: 1, output: /Set CODEMETRICS_TOKEN/ });
  });

  test('ends with 2 where it was asked wrongly', async () => {
    for (const args of [
      [],
      ['.', '--workload', 'Not An Id'],
      ['.', '--repository', ' '],
      ['.', '--url', 'metrics'],
      ['.', '--all', '--since-last'],
      ['.', '--token', TOKEN],
    ])
      expect(await run(args), args.join(' ')).toMatchObject({ code: 2, output: /\S/ });
  });

  test('ends with 130 where it was interrupted, without a stack', async () => {
    const repository = makeRepository();
    repository.commit('feat: first', { 'a.txt': 'a\n' });
    const called = new Promise((resolve) => silent.once('request', resolve));
    const { child, ended } = start([repository.path, '--workload', 'team']);
    await called;
    child.kill('SIGINT');
    const { code, output } = await ended;
    expect([code, output]).toEqual([
      130,
      expect.stringMatching(/^\s*Stopping;[^\n]*\n[^\n]*goes on[^\n]*\n$/),
    ]);
  });
});
