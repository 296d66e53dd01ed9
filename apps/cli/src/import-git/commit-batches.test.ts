import { expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/sources';
import { MAX_BODY_BYTES } from '@codemetrics/contracts';
import type { CommitBatch } from './commit-batches.ts';
import { commitBatches } from './commit-batches.ts';

const row = (sha: string, over: Partial<CommitRow> = {}): CommitRow => ({
  ...{ sha, workload: 'w', repository: 'r', committedAt: '2026-03-01T10:00:00Z' },
  ...over,
});

const gather = async (
  rows: CommitRow[],
  limits?: { rows: number; bytes: number },
): Promise<CommitBatch[]> => {
  const batches: CommitBatch[] = [];
  for await (const batch of commitBatches(
    (async function* () {
      yield* rows;
    })(),
    limits,
  ))
    batches.push(batch);
  return batches;
};

test.each([
  ['abcde', 2, ['ab 2 b', 'cd 2 d', 'e 1 e']],
  ['aabbb', 3, ['aab 2 a', 'bb 0 b']],
  ['aaaab', 2, ['aa 1 -', 'aa 0 a', 'b 1 b']],
  ['abbcc', 3, ['abb 2 b', 'cc 1 c']],
  ['a', 5, ['a 1 a']],
  ['', 5, []],
])('the rows of the commits %j by %i', async (shas, rows, expected) => {
  const batches = await gather(
    [...shas].map((sha) => row(sha)),
    { rows, bytes: 1e6 },
  );
  const shown = batches.map(
    (batch) => `${batch.rows.map((one) => one.sha).join('')} ${batch.commits} ${batch.last ?? '-'}`,
  );
  expect(shown).toEqual(expected);
});

test('no batch is larger than a call may be, whatever the texts hold', async () => {
  const texts = ['"\\\n'.repeat(6000), '漢'.repeat(20_000), '😀'.repeat(10_000), 'é'.repeat(20_000)];
  const rows = Array.from({ length: 2000 }, (_, at) =>
    row(String(at), {
      message: texts[at % texts.length]!,
      author: { name: '漢'.repeat(200), email: '"'.repeat(320) },
      parents: Array.from({ length: at % 64 }, () => 'a'.repeat(64)),
      files: Array.from({ length: at % 50 }, () => ({
        ...{ path: '漢'.repeat(100), previousPath: '"'.repeat(100) },
        ...{ addedLines: 2_000_000_000, deletedLines: 2_000_000_000 },
      })),
    }),
  );
  const batches = await gather(rows);
  expect(batches.flatMap((batch) => batch.rows)).toEqual(rows);
  for (const batch of batches)
    expect(Buffer.byteLength(JSON.stringify({ commits: batch.rows }))).toBeLessThan(MAX_BODY_BYTES);
});
