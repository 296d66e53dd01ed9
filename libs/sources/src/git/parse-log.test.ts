import { describe, expect, test } from 'vitest';
import type { CommitRow } from './commit-rows.ts';
import { parseLog } from './parse-log.ts';

const TARGET = { workload: 'w', repository: 'acme/shop', branch: 'main' };
const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const C = 'c'.repeat(40);

const header = (sha: string, parents: string, name: string, message: string): string =>
  `\u0002${[sha, parents, '1772355600', '1772359200', name, `${name}@example.com`, message].join('\n')}\0`;

const LOG =
  header(A, '', 'Jo Müller', 'feat: first\n\nWith a body.\n') +
  '\n3\t1\tsrc/a b.ts\0-\t-\tlogo.png\0' +
  header(B, A, 'renovate[bot]', 'chore: renamed') +
  '\n2\t2\t\0src/old.ts\0src/new – ü.ts\0' +
  header(C, `${A} ${B}`, 'Jo Müller', 'Merge');

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (text: string, size = 7): Promise<CommitRow[]> => {
  const rows: CommitRow[] = [];
  for await (const row of parseLog(inPieces(Buffer.from(text), size), TARGET)) rows.push(row);
  return rows;
};

describe('parseLog', () => {
  test('reads parents, times, authors, messages and files', async () => {
    const [first, second, merge] = await read(LOG);
    expect(first).toEqual({
      ...{ sha: A, workload: 'w', repository: 'acme/shop', branch: 'main', parents: [] },
      author: { name: 'Jo Müller', email: 'Jo Müller@example.com', kind: 'user' },
      ...{ authoredAt: '2026-03-01T09:00:00.000Z', committedAt: '2026-03-01T10:00:00.000Z' },
      message: expect.stringContaining('feat: first\n\nWith a body.'),
      files: [
        { path: 'src/a b.ts', addedLines: 3, deletedLines: 1 },
        { path: 'logo.png', addedLines: null, deletedLines: null },
      ],
    });
    expect(second!.author!.kind).toBe('bot');
    expect(second!.files).toEqual([
      { path: 'src/new – ü.ts', previousPath: 'src/old.ts', addedLines: 2, deletedLines: 2 },
    ]);
    expect(merge).toMatchObject({ sha: C, parents: [A, B], files: [] });
  });

  test('reads the same wherever the stream is cut', async () => {
    const whole = await read(LOG, LOG.length * 2);
    for (let size = 1; size < 60; size++) expect(await read(LOG, size)).toEqual(whole);
  });

  test('gives a commit of very many files in several rows of one sha', async () => {
    const files = Array.from({ length: 2500 }, (_, at) => `1\t0\tf${at}\0`).join('');
    const rows = await read(`${header(A, '', 'jo', 'many')}\n${files}`, 4096);
    expect(rows.map((row) => row.sha)).toEqual([A, A, A]);
    expect(rows.reduce((sum, row) => sum + row.files!.length, 0)).toBe(2500);
  });

  test('refuses what git never prints', async () => {
    await expect(read('1\t1\tx\0')).rejects.toThrow('before any commit');
    await expect(read('\u0002nonsense\0')).rejects.toThrow('can’t be read');
  });

  test('nothing gives nothing', async () => {
    expect(await read('')).toEqual([]);
  });
});
