import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aChange, aCommit, aMeasurement, anIssue } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const MARCH = { start: '2026-03-01', end: '2026-03-31' };

const change = (path: string, addedLines: number, deletedLines: number, over: Partial<CommitRow> = {}) =>
  aCommit({ files: [{ path, addedLines, deletedLines }], ...over });

const files = async (workload: string, over: QueryBody = {}) => {
  const result = await kit.ask({
    queries: ['code-hotspots'],
    workloads: [workload],
    dateRange: MARCH,
    ...over,
  });
  return result.results[0]!.tables!.flatMap((table) => table.rows);
};

describe('code-hotspots', () => {
  test('revisions in the range × the lines that the whole history left, highest first', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      change('old.ts', 100, 0, { committedAt: '2025-01-01T00:00:00Z' }),
      change('old.ts', 10, 30),
      change('new.ts', 20, 0),
      change('new.ts', 5, 5),
      change('new.ts', 10, 0),
      change('after.ts', 500, 0, { committedAt: '2026-04-01T00:00:00Z' }),
    ]);
    // new.ts: 3 × 30 = 90; old.ts: 1 × 80.
    expect(await files(workload)).toEqual([
      {
        ...{ repository: 'acme/shop-api', path: 'new.ts', score: 90, revisions: 3, lines: 30 },
        ...{ complexity: null, bugs: 0 },
      },
      {
        ...{ repository: 'acme/shop-api', path: 'old.ts', score: 80, revisions: 1, lines: 80 },
        ...{ complexity: null, bugs: 0 },
      },
    ]);
  });

  test('the newest measurement before the range’s end stands for the size; with complexity, that decides', async () => {
    const workload = await kit.workload();
    const size = { metric: 'lines-of-code', path: 'a.ts' };
    await kit.send(workload, 'commits', [change('a.ts', 10, 0), change('b.ts', 400, 0)]);
    await kit.send(workload, 'measurements', [
      aMeasurement({ ...size, value: 300, takenAt: '2026-03-01T00:00:00Z' }),
      aMeasurement({ ...size, value: 200, takenAt: '2026-03-20T00:00:00Z' }),
      aMeasurement({ ...size, value: 900, takenAt: '2026-04-01T00:00:00Z' }),
    ]);
    const scores = async () => (await files(workload)).map((row) => [row['path'], row['score']]);
    expect(await scores()).toEqual([
      ['b.ts', 400],
      ['a.ts', 200],
    ]);
    await kit.send(workload, 'measurements', [
      aMeasurement({ metric: 'cyclomatic-complexity', path: 'a.ts', value: 12 }),
    ]);
    // A file whose complexity nobody measured can't be ranked by it, and stands last.
    expect(await scores()).toEqual([
      ['a.ts', 12],
      ['b.ts', null],
    ]);
  });

  test('bugs are counted once for each file that a linked pull request changed', async () => {
    const workload = await kit.workload();
    const [first, second] = [change('a.ts', 1, 0), change('a.ts', 1, 0)];
    await kit.send(workload, 'commits', [first, second, change('b.ts', 1, 0)]);
    await kit.send(workload, 'issues', [
      anIssue({ externalId: 'BUG-1' }),
      anIssue({ externalId: 'BUG-2', type: 'Defect', linkedChanges: ['pr-2'] }),
      anIssue({ externalId: 'TASK-1', type: 'task' }),
    ]);
    await kit.send(workload, 'changes', [
      aChange({ externalId: 'pr-1', commits: [first.sha, second.sha], linkedIssues: ['BUG-1', 'TASK-1'] }),
      aChange({ externalId: 'pr-2', mergeCommit: second.sha }),
    ]);
    expect((await files(workload)).map((row) => [row['path'], row['bugs']])).toEqual([
      ['a.ts', 2],
      ['b.ts', 0],
    ]);
  });

  test('an empty window has no table, generated files are left out, sending again changes nothing', async () => {
    const workload = await kit.workload();
    const rows = [
      change('yarn.lock', 900, 0),
      change('a.ts', 2, 0, { committedAt: '2026-03-01T00:00:00.000Z' }),
      change('a.ts', 2, 0, { committedAt: '2026-03-31T23:59:59.999Z' }),
    ];
    await kit.send(workload, 'commits', rows);
    await kit.send(workload, 'commits', rows);
    expect((await files(workload)).map((row) => [row['path'], row['score']])).toEqual([['a.ts', 8]]);
    expect(await files(workload, { dateRange: { start: '2025-01-01', end: '2025-01-31' } })).toEqual([]);
  });

  test('a table is also answered as CSV that is safe to open', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [change('=cmd()', 2, 0)]);
    const answer = await kit.query(
      { queries: ['code-hotspots'], workloads: [workload], dateRange: MARCH },
      { headers: { accept: 'text/csv' } },
    );
    expect(answer.text.split('\r\n')).toEqual([
      'query,unit,workload,repository,path,score,revisions,lines,complexity,bugs',
      `code-hotspots,score,${workload},acme/shop-api,'=cmd(),2,1,2,,0`,
      '',
    ]);
  });
});
