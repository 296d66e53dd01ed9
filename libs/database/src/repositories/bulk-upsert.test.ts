import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useScratchDatabase } from '../connect/scratch-database.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert, keyOf } from './bulk-upsert.ts';

const connection = useScratchDatabase();
beforeEach(async () => {
  await sql`truncate commits, deployments, dimension_values`.execute(connection().db);
});

interface Row {
  readonly sha: string;
  readonly at?: string;
  readonly branch?: string | null;
  readonly message?: string | null;
  readonly parents?: readonly string[] | null;
}

const COMMITS: BulkTable<Row> = {
  table: 'commits',
  key: ['workload_id', 'repository', 'sha'],
  columns: [
    { name: 'workload_id', type: 'text', of: () => 'w' },
    { name: 'repository', type: 'text', of: () => 'r' },
    { name: 'sha', type: 'text', of: (row) => row.sha },
    { name: 'branch', type: 'text', of: (row) => row.branch, keepsOld: true },
    {
      name: 'committed_at',
      type: 'timestamptz',
      of: (row) => new Date(row.at ?? '2026-03-02T10:00:00.123Z'),
    },
    { name: 'message', type: 'text', of: (row) => row.message },
    { name: 'parents', type: 'text[]', of: (row) => row.parents, keepsOld: true },
  ],
};
const send = (...rows: Row[]) => bulkUpsert(connection().db, COMMITS, rows);
const stored = () => connection().db.selectFrom('commits').selectAll().orderBy('sha').execute();
const counts = (received: number, created: number, updated: number, unchanged: number) => ({
  received,
  created,
  updated,
  unchanged,
});

describe('bulkUpsert', () => {
  test('does nothing with no rows', async () => {
    expect(await send()).toEqual(counts(0, 0, 0, 0));
  });

  test('creates what is new, updates what differs, leaves alone what is equal', async () => {
    expect(await send({ sha: 'a', message: 'one' }, { sha: 'b' })).toEqual(counts(2, 2, 0, 0));
    const before = await sql<{ xmin: string }>`select xmin::text from commits where sha = 'b'`.execute(
      connection().db,
    );
    expect(await send({ sha: 'a', message: 'two' }, { sha: 'b' }, { sha: 'c' })).toEqual(counts(3, 1, 1, 1));
    expect((await stored()).map((row) => [row.sha, row.message])).toEqual([
      ['a', 'two'],
      ['b', null],
      ['c', null],
    ]);
    // Equal means untouched: no new version of the row was written.
    const after = await sql<{ xmin: string }>`select xmin::text from commits where sha = 'b'`.execute(
      connection().db,
    );
    expect(after.rows).toEqual(before.rows);
  });

  test('keeps every value as it was sent', async () => {
    const message = `O'Brien "quoted" \\ {a,b} NULL\n\t—😀`;
    const parents = ['x', '', 'NULL', '{y,"z"}', "it's"];
    await send(
      { sha: 'a', message, parents, branch: '' },
      { sha: 'b', parents: [] },
      { sha: 'c', parents: null },
    );
    const rows = await stored();
    expect(rows[0]).toMatchObject({
      message,
      parents,
      branch: '',
      committed_at: new Date('2026-03-02T10:00:00.123Z'),
    });
    expect(rows.map((row) => row.parents)).toEqual([parents, [], null]);
    expect(await send({ sha: 'a', message, parents, branch: '' })).toEqual(counts(1, 0, 0, 1));
  });

  test('a null erases, except in a column that keeps what was told before', async () => {
    await send({ sha: 'a', branch: 'main', message: 'one', parents: ['x'] });
    expect(await send({ sha: 'a', branch: null, parents: null, message: 'one' })).toEqual(counts(1, 0, 0, 1));
    expect(await send({ sha: 'a' })).toEqual(counts(1, 0, 1, 0));
    expect((await stored())[0]).toMatchObject({ branch: 'main', message: null, parents: ['x'] });
  });

  test('rows that repeat a key count as if they were sent one after the other', async () => {
    expect(await send({ sha: 'a', message: '1' }, { sha: 'b' }, { sha: 'a', message: '2' })).toEqual(
      counts(3, 2, 1, 0),
    );
    expect(await send({ sha: 'a', message: '2' }, { sha: 'a', message: '2' })).toEqual(counts(2, 0, 0, 2));
    expect(await send({ sha: 'a', message: '2' }, { sha: 'a', message: '3' })).toEqual(counts(2, 0, 1, 1));
    expect((await stored())[0]!.message).toBe('3');
  });

  test('a thousand rows of one key that say the same take no longer than one', async () => {
    const begun = performance.now();
    const rows = Array.from({ length: 1000 }, (): Row => ({ sha: 'a', message: '1', parents: ['p', 'q'] }));
    expect(await send(...rows)).toEqual(counts(1000, 1, 0, 999));
    expect(await send(...rows, { sha: 'a', message: '2' }, ...rows)).toEqual(counts(2001, 0, 2, 1999));
    // Each in a statement of its own took seconds.
    expect(performance.now() - begun).toBeLessThan(1000);
    expect((await stored())[0]!.message).toBe('1');
  });

  test('rows that repeat a key with and without a value are not the same', async () => {
    await send({ sha: 'a', message: '1' });
    const alternating = [{ message: null }, { message: '1' }, {}, { message: '1' }];
    expect(await send(...alternating.map((row) => ({ sha: 'a', ...row })))).toEqual(counts(4, 0, 4, 0));
    expect(await send({ sha: 'a', parents: [] }, { sha: 'a', parents: ['p'] }, { sha: 'a' })).toEqual(
      counts(3, 0, 2, 1),
    );
  });

  test('gathers the keys of what was written', async () => {
    await send({ sha: 'a' }, { sha: 'b' });
    const changed = new Set<string>();
    await bulkUpsert(
      connection().db,
      COMMITS,
      [{ sha: 'a' }, { sha: 'b', message: '2' }, { sha: 'c' }],
      changed,
    );
    expect([...changed].sort()).toEqual([keyOf(['w', 'r', 'b']), keyOf(['w', 'r', 'c'])]);
  });

  test('an id of the server’s making is given once, and no reason to update', async () => {
    const table = (id: string): BulkTable<string> => ({
      table: 'deployments',
      key: ['workload_id', 'source', 'external_id', 'repository', 'commit_sha'],
      columns: [
        ...(['workload_id', 'source', 'repository', 'commit_sha', 'environment'] as const).map(
          (column) => ({ name: column, type: 'text', of: () => 'x' }) as const,
        ),
        { name: 'external_id', type: 'text', of: (row) => row },
        { name: 'deployment_id', type: 'uuid', of: () => id, onlyNew: true },
        { name: 'production', type: 'bool', of: () => true },
        { name: 'status', type: 'text', of: () => 'success' },
      ],
    });
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await bulkUpsert(connection().db, table(first), ['a'])).toEqual(counts(1, 1, 0, 0));
    expect(await bulkUpsert(connection().db, table(second), ['a'])).toEqual(counts(1, 0, 0, 1));
    const rows = await connection().db.selectFrom('deployments').select('deployment_id').execute();
    expect(rows).toEqual([{ deployment_id: first }]);
  });

  test('a guard that doesn’t hold leaves the row as it is', async () => {
    const guarded = { ...COMMITS, guard: sql<boolean>`excluded.committed_at >= t.committed_at` };
    await send({ sha: 'a', message: 'noon', at: '2026-03-02T12:00:00Z' });
    const late = { sha: 'a', message: 'morning', at: '2026-03-02T08:00:00Z' };
    expect(await bulkUpsert(connection().db, guarded, [late])).toEqual(counts(1, 0, 0, 1));
    const newer = { ...late, message: 'evening', at: '2026-03-02T18:00:00Z' };
    expect(await bulkUpsert(connection().db, guarded, [newer])).toEqual(counts(1, 0, 1, 0));
    expect((await stored())[0]!.message).toBe('evening');
  });

  test('a table that is all key has nothing to update', async () => {
    const VALUES: BulkTable<string> = {
      table: 'dimension_values',
      key: ['workload_id', 'dimension', 'value'],
      columns: [
        { name: 'workload_id', type: 'text', of: () => 'w' },
        { name: 'dimension', type: 'text', of: () => 'job' },
        { name: 'value', type: 'text', of: (row) => row },
      ],
    };
    expect(await bulkUpsert(connection().db, VALUES, ['a', 'b'])).toEqual(counts(2, 2, 0, 0));
    expect(await bulkUpsert(connection().db, VALUES, ['b', 'c'])).toEqual(counts(2, 1, 0, 1));
  });

  test('one bad row refuses them all', async () => {
    await expect(send({ sha: 'a' }, { sha: 'b', message: 'nul \u0000' })).rejects.toThrow();
    expect(await stored()).toEqual([]);
  });

  test('takes thousands of rows, and two calls at once on the same rows in any order', async () => {
    const rows = Array.from({ length: 3000 }, (_, index): Row => ({ sha: String(index), parents: ['p'] }));
    const both = await Promise.all([send(...rows), send(...rows.toReversed())]);
    expect(both.map((one) => one.created + one.unchanged)).toEqual([3000, 3000]);
    expect(both[0].created + both[1].created).toBe(3000);
  });
});
