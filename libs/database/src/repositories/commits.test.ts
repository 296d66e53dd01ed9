import { expect, test } from 'vitest';
import type { CommitInput } from '@codemetrics/contracts';
import { useScratchDatabase } from '../connect/scratch-database.ts';
import { upsertCommits } from './commits.ts';

const connection = useScratchDatabase();

const commit = (sha: string, files: CommitInput['files']): CommitInput => ({
  ...{ sha, workload: 'w', repository: 'r', committedAt: new Date('2026-03-01T10:00:00Z') },
  files,
});
const send = async (...rows: CommitInput[]) => {
  const { created, updated, unchanged } = await upsertCommits(connection().db, rows);
  return [created, updated, unchanged];
};

test('a commit of which only files are news is updated, and one with the same files is not', async () => {
  const first = commit('a', [{ path: 'x', addedLines: 1 }]);
  expect(await send(first, commit('b', [{ path: 'x' }]))).toEqual([2, 0, 0]);
  expect(await send(first, commit('b', [{ path: 'x' }]))).toEqual([0, 0, 2]);
  expect(await send(first, commit('b', [{ path: 'x' }, { path: 'y' }]))).toEqual([0, 1, 1]);
  expect(await send(commit('a', [{ path: 'x', addedLines: 2 }]), commit('b', null))).toEqual([0, 1, 1]);
  expect(await send(commit('c', [{ path: 'x' }]), commit('c', [{ path: 'y' }]))).toEqual([1, 0, 1]);
});

test('a renamed file keeps its former path where a later sending does not tell it', async () => {
  const renamed = { path: 'new', addedLines: 0, deletedLines: 0 };
  expect(await send(commit('d', [{ ...renamed, previousPath: 'old' }]))).toEqual([1, 0, 0]);
  expect(await send(commit('d', [renamed]))).toEqual([0, 0, 1]);
  const stored = await connection()
    .db.selectFrom('commit_files')
    .select(['path', 'previous_path'])
    .where('sha', '=', 'd')
    .execute();
  expect(stored).toEqual([{ path: 'new', previous_path: 'old' }]);
});

test('very many files are stored in portions, and what is told twice across them as the last sending says', async () => {
  const many = (sha: string, addedLines: number) =>
    commit(
      sha,
      Array.from({ length: 4000 }, (_, index) => ({ path: `f${index}`, addedLines })),
    );
  const rows = ['9', '5', '7', '6', '8'].map((sha) => many(sha, 1));
  expect(await send(...rows, many('5', 2))).toEqual([5, 0, 1]);
  const count = async (sha: string) => {
    const { rows: found } = await connection().pool.query<{ lines: number; files: number }>(
      'select sum(added_lines) as lines, count(*) as files from commit_files where sha = $1',
      [sha],
    );
    return [found[0]!.files, found[0]!.lines];
  };
  expect(await count('5')).toEqual([4000, 8000]);
  expect(await count('9')).toEqual([4000, 4000]);
  expect(await send(...rows.slice(0, 4), many('8', 3))).toEqual([0, 2, 3]);
  expect(await send(...rows.slice(0, 4), many('8', 3))).toEqual([0, 0, 5]);
});
