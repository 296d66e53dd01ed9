import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guard } from './guard.ts';

/** What became of the tests without the guard. */
export type Verdict = 'caught' | 'survived' | 'stale';

export interface Tried {
  readonly verdict: Verdict;
  readonly seconds: number;
  /** What the tests printed, or why the guard can't be tried. */
  readonly output: string;
}

const LIMIT_MS = 180_000;

const runTests = (directory: string, guard: Guard): Promise<{ failed: boolean; output: string }> =>
  new Promise((resolve) => {
    const named = guard.named === undefined ? [] : ['-t', guard.named];
    const child = spawn(
      process.execPath,
      [
        join(directory, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--project', guard.project, '--bail', '1', guard.test, ...named],
      ],
      { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', (code) => resolve({ failed: code !== 0, output }));
  });

/** Tests that fail show that the guard matters; a suite that could not even start shows nothing. */
const isRealFailure = (output: string): boolean => /Tests .*\d+ failed/.test(output);

/** Takes a guard away in the copy, runs its test, and puts it back. */
export const tryGuard = async (directory: string, guard: Guard): Promise<Tried> => {
  const begin = performance.now();
  const done = (verdict: Verdict, output: string): Tried => ({
    verdict,
    output,
    seconds: (performance.now() - begin) / 1000,
  });
  const before = new Map<string, string>();
  try {
    for (const { file, find, replace } of guard.edits) {
      const path = join(directory, file);
      const text = await readFile(path, 'utf8');
      if (!before.has(path)) before.set(path, text);
      if (text.split(find).length !== 2)
        return done('stale', `${file} holds ${text.split(find).length - 1} times: ${find}`);
      await writeFile(
        path,
        text.replace(find, () => replace),
      );
    }
    const { failed, output } = await runTests(directory, guard);
    if (!failed) return done('survived', output);
    return isRealFailure(output) ? done('caught', output) : done('stale', output);
  } finally {
    for (const [path, text] of before) await writeFile(path, text);
  }
};
