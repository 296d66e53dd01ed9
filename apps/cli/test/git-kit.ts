import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A repository made for a test, with the real git. */
export interface MadeRepository {
  readonly path: string;
  git(...args: string[]): string;
  /** Writes the files and commits them; gives the sha. */
  commit(message: string, files: Record<string, string | Uint8Array>): string;
}

const made: string[] = [];
afterAll(() => made.splice(0).forEach((one) => rmSync(one, { recursive: true, force: true })));

/** A directory that is removed when the tests of the file have run. */
export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'codemetrics-git-test-'));
  made.push(directory);
  return directory;
};

/** What git needs so that neither the person's settings nor the clock have a say. */
const SETTINGS = {
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  ...{ GIT_AUTHOR_NAME: 'Jo Müller', GIT_AUTHOR_EMAIL: 'jo@example.com' },
  ...{ GIT_COMMITTER_NAME: 'Jo Müller', GIT_COMMITTER_EMAIL: 'jo@example.com' },
};

/** Makes an empty repository on the branch `main`. */
export const makeRepository = (): MadeRepository => {
  const path = temporaryDirectory();
  let minutes = 0;
  const git = (...args: string[]): string => {
    const at = new Date(Date.UTC(2026, 2, 1, 10, minutes++)).toISOString();
    return execFileSync('git', ['-C', path, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...SETTINGS, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    }).trim();
  };
  git('init', '-q', '-b', 'main');
  git('config', 'remote.origin.url', 'git@example.com:acme/shop.git');
  return {
    path,
    git,
    commit: (message, files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
};
