import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRepository } from './open-repository.ts';
import { readCommits, readTags } from './read-history.ts';

let directory: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', directory, '-c', 'user.name=Jo', '-c', 'user.email=jo@example.com', ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: '2026-03-01T10:00:00Z',
      GIT_COMMITTER_DATE: '2026-03-01T11:00:00Z',
    },
  }).trim();

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'codemetrics-git-test-'));
  git('init', '-q', '-b', 'trunk');
  writeFileSync(join(directory, 'a.txt'), 'one\ntwo\n');
  git('add', '.');
  git('commit', '-q', '-m', 'feat: first');
  git('mv', 'a.txt', 'b ü.txt');
  git('commit', '-q', '-m', 'refactor: rename');
  git('tag', 'v1.0.0');
  git('checkout', '-q', '-b', 'side', 'HEAD~1');
  writeFileSync(join(directory, 'c.txt'), 'three\n');
  git('add', '.');
  git('commit', '-q', '-m', 'feat: side');
  git('checkout', '-q', 'trunk');
  git('merge', '-q', '--no-ff', '-m', 'Merge side', 'side');
  git('tag', '-a', 'v1.1.0', '-m', 'the second');
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a repository on disk', () => {
  test('gives its commits, parents before children, with renames as no change of lines', async () => {
    const local = await openRepository(directory);
    const { branch, commits: count } = local;
    expect([branch, count]).toEqual(['trunk', 4]);
    const commits = [];
    for await (const commit of readCommits(local, { workload: 'w', repository: 'r', branch }))
      commits.push(commit);
    expect(commits).toHaveLength(4);
    const byTitle = new Map(commits.map((commit) => [commit.message!.split('\n')[0]!, commit]));
    expect(byTitle.get('feat: first')!.files).toEqual([{ path: 'a.txt', addedLines: 2, deletedLines: 0 }]);
    expect(byTitle.get('refactor: rename')!.files).toEqual([
      { path: 'b ü.txt', previousPath: 'a.txt', addedLines: 0, deletedLines: 0 },
    ]);
    expect(byTitle.get('Merge side')!.parents).toHaveLength(2);
    const seen = new Set<string>();
    for (const commit of commits) {
      for (const parent of commit.parents!) expect(seen).toContain(parent);
      seen.add(commit.sha);
    }
  });

  test('gives its tags as production deployments of their commits', async () => {
    const tags = await readTags(directory, { workload: 'w', repository: 'r', branch: 'trunk' });
    expect(tags.map((tag) => [tag.externalId, tag.commit, tag.status, tag.production])).toEqual([
      ['r@v1.0.0', git('rev-parse', 'v1.0.0^{commit}'), 'success', true],
      ['r@v1.1.0', git('rev-parse', 'v1.1.0^{commit}'), 'success', true],
    ]);
  });

  test('that is none is refused with a word about it', async () => {
    await expect(openRepository(tmpdir())).rejects.toThrow(/repository/);
    await expect(openRepository(join(directory, 'nowhere'))).rejects.toThrow(/nowhere/);
  });
});
