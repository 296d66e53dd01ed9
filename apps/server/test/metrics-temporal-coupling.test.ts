import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aCommit } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import type { QueryBody } from './metric-kit.ts';
import { useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const MARCH = { start: '2026-03-01', end: '2026-03-31' };

/** So many commits that each change the same files. */
const commits = (count: number, paths: readonly string[], over: Partial<CommitRow> = {}): CommitRow[] =>
  Array.from({ length: count }, () =>
    aCommit({ files: paths.map((path) => ({ path, addedLines: 1, deletedLines: 0 })), ...over }),
  );

const tablesOf = async (workload: string, over: QueryBody = {}, parameters = {}) => {
  const result = await kit.ask({
    queries: [{ query: 'temporal-coupling', parameters }],
    workloads: [workload],
    dateRange: MARCH,
    ...over,
  });
  expect(result.results[0]!.series).toEqual([]);
  return result.results[0]!.tables!;
};

const pairs = async (workload: string, over: QueryBody = {}, parameters = {}) =>
  (await tablesOf(workload, over, parameters)).flatMap((table) =>
    table.rows.map((row) => [row['path'], row['coupled_path'], row['degree']]),
  );

describe('temporal-coupling', () => {
  test('shared revisions ÷ mean of revisions × 100, with all that it is worked out from', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      ...commits(6, ['a.ts', 'b.ts']),
      ...commits(2, ['a.ts']),
      ...commits(4, ['b.ts', 'c.ts']),
    ]);
    // a: 8 revisions, b: 10, shared 6: 6 ÷ 9. b and c share only 4.
    const [table] = await tablesOf(workload);
    expect(table).toMatchObject({
      group: { workload },
      total: 1,
      rows: [
        {
          repository: 'acme/shop-api',
          path: 'a.ts',
          coupled_path: 'b.ts',
          shared_revisions: 6,
          revisions: 8,
          coupled_revisions: 10,
        },
      ],
    });
    expect(table!.rows[0]!['degree']).toBeCloseTo(66.667, 3);
    expect(table!.columns.map((column) => column.name)).toEqual(Object.keys(table!.rows[0]!));
  });

  test('five shared of five revisions are listed; four are not; a degree of 30 is, below it not', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      ...commits(5, ['five.ts', 'six.ts']),
      ...commits(4, ['four.ts', 'more.ts']),
      // 6 shared of 6 and 34: 6 ÷ 20 = 30 %.
      ...commits(6, ['rare.ts', 'often.ts']),
      ...commits(28, ['often.ts']),
      // 6 shared of 6 and 35: 29.3 %.
      ...commits(6, ['seldom.ts', 'always.ts']),
      ...commits(29, ['always.ts']),
    ]);
    expect(await pairs(workload)).toEqual([
      ['five.ts', 'six.ts', 100],
      ['often.ts', 'rare.ts', 30],
    ]);
  });

  test('commits of more than 30 files, merges, other branches and renames without change are no revisions', async () => {
    const workload = await kit.workload();
    const wide = Array.from({ length: 29 }, (_, at) => `wide-${at}.ts`);
    const ab = ['a.ts', 'b.ts'];
    await kit.send(workload, 'commits', [
      ...commits(4, ab),
      ...commits(5, [...ab, ...wide]),
      ...commits(5, ab, { parents: ['1111111', '2222222'] }),
      ...commits(5, ab, { branch: 'feature' }),
      ...Array.from({ length: 5 }, () =>
        aCommit({
          files: ab.map((path) => ({ path, previousPath: `old/${path}`, addedLines: 0, deletedLines: 0 })),
        }),
      ),
    ]);
    expect(await pairs(workload)).toEqual([]);
    await kit.send(workload, 'commits', commits(1, [...ab, ...wide.slice(1)]));
    expect(await pairs(workload)).toEqual([['a.ts', 'b.ts', 100]]);
  });

  test('vendored and generated files are left out, and counted where asked', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', commits(5, ['package.json', 'package-lock.json']));
    expect(await pairs(workload)).toEqual([]);
    expect(await pairs(workload, {}, { paths: 'all' })).toEqual([['package-lock.json', 'package.json', 100]]);
  });

  test('the range’s first and last instant are in it; sending again changes nothing; two repositories never pair', async () => {
    const workload = await kit.workload();
    const rows = [
      ...commits(2, ['a.ts', 'b.ts'], { committedAt: '2026-03-01T00:00:00.000Z' }),
      ...commits(3, ['a.ts', 'b.ts'], { committedAt: '2026-03-31T23:59:59.999Z' }),
      ...commits(2, ['a.ts', 'b.ts'], { committedAt: '2026-04-01T00:00:00.000Z' }),
      ...commits(5, ['a.ts'], { repository: 'acme/one', committedAt: '2026-03-02T00:00:00Z' }),
      ...commits(5, ['b.ts'], { repository: 'acme/two', committedAt: '2026-03-02T00:00:00Z' }),
    ];
    await kit.send(workload, 'commits', rows);
    await kit.send(workload, 'commits', rows);
    expect(await pairs(workload)).toEqual([['a.ts', 'b.ts', 100]]);
    expect((await tablesOf(workload))[0]!.rows[0]).toMatchObject({ revisions: 5, shared_revisions: 5 });
    expect(await pairs(workload, { dateRange: { start: '2026-03-02', end: '2026-04-01' } })).toEqual([
      ['a.ts', 'b.ts', 100],
    ]);
  });

  test('an empty window has no table; groups, filters and a limit narrow; bots can be left out', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      ...commits(5, ['a.ts', 'b.ts', 'c.ts'], { repository: 'acme/one' }),
      ...commits(5, ['x.ts', 'y.ts'], { author: { name: 'renovate[bot]', kind: 'bot' } }),
    ]);
    expect(await tablesOf(workload, { dateRange: { start: '2025-01-01', end: '2025-12-31' } })).toEqual([]);
    const grouped = await tablesOf(workload, { groupBy: ['repository'] }, { limit: 2 });
    expect(grouped.map(({ group, rows, total }) => [group, rows.length, total])).toEqual([
      [{ repository: 'acme/one' }, 2, 3],
      [{ repository: 'acme/shop-api' }, 1, 1],
    ]);
    expect(await pairs(workload, { filters: { actors: 'human' } }, { limit: 1 })).toEqual([
      ['a.ts', 'b.ts', 100],
    ]);
    expect(await pairs(workload, { filters: { repositories: ['acme/shop-api'] } })).toEqual([
      ['x.ts', 'y.ts', 100],
    ]);
    expectProblem(
      await kit.query({ queries: ['temporal-coupling'], dateRange: MARCH, groupBy: ['job'] }),
      400,
      'unsupported-grouping',
    );
  });
});
