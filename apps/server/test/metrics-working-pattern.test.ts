import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aCommit } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import type { QueryBody } from './metric-kit.ts';
import { useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const BERLIN = { workingHours: { timezone: 'Europe/Berlin', start: '09:00', end: '17:00' } };
/** Monday to Sunday. */
const WEEK = { start: '2026-03-02', end: '2026-03-08' };
const at = (authoredAt: string, over: Partial<CommitRow> = {}) => aCommit({ authoredAt, ...over });

const tablesOf = async (workload: string, over: QueryBody = {}) => {
  const result = await kit.ask({
    queries: ['working-pattern'],
    workloads: [workload],
    dateRange: WEEK,
    ...over,
  });
  expect(result.results[0]!.series).toEqual([]);
  return result.results[0]!.tables!;
};

/** `[weekday, hour, commits, outside]`, in the order of the week. */
const hoursOf = (table: Awaited<ReturnType<typeof tablesOf>>[number] | undefined) =>
  (table?.rows ?? [])
    .map((row) => ['weekday', 'hour', 'commits', 'outside'].map((name) => Number(row[name])))
    .sort(([dayA, hourA], [dayB, hourB]) => dayA! - dayB! || hourA! - hourB!);

const hours = async (workload: string, over: QueryBody = {}) => hoursOf((await tablesOf(workload, over))[0]);

describe('working-pattern', () => {
  test('counts commits by hour of the week, the fullest first, and tells those outside of the hours', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      // Monday: two at nine, the first instant of work, and one the instant before it.
      ...[at('2026-03-02T09:00:00Z'), at('2026-03-02T09:59:59.999Z'), at('2026-03-02T08:59:59.999Z')],
      // Friday: the last instant of work, and the end, which is outside.
      ...[at('2026-03-06T16:59:59.999Z'), at('2026-03-06T17:00:00Z')],
      // Sunday at noon.
      at('2026-03-08T12:30:00Z'),
    ]);
    const [table, ...others] = await tablesOf(workload);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ group: { workload }, total: 5 });
    expect(table!.rows[0]).toEqual({ weekday: 1, hour: 9, commits: 2, outside: 0 });
    expect(hoursOf(table)).toEqual([
      [1, 8, 1, 1],
      [1, 9, 2, 0],
      [5, 16, 1, 0],
      [5, 17, 1, 1],
      [7, 12, 1, 1],
    ]);
    expect(table!.columns.map((column) => column.name)).toEqual(Object.keys(table!.rows[0]!));
  });

  test('an hour that only partly is a working one tells its commits apart', async () => {
    const workload = await kit.workload({
      workingHours: { timezone: 'UTC', days: ['saturday'], start: '09:30', end: '24:00' },
    });
    await kit.send(workload, 'commits', [
      ...[at('2026-03-07T09:29:59Z'), at('2026-03-07T09:30:00Z'), at('2026-03-07T23:59:59Z')],
      at('2026-03-06T10:00:00Z'),
    ]);
    expect(await hours(workload)).toEqual([
      [5, 10, 1, 1],
      [6, 9, 2, 1],
      [6, 23, 1, 0],
    ]);
  });

  test('half past five in Berlin is the same hour in summer and in winter', async () => {
    const workload = await kit.workload(BERLIN);
    await kit.send(workload, 'commits', [
      // Friday 23 October 2026, summer time, and Friday 30 October, winter time: 16:30 and 17:30 by the clock.
      ...[at('2026-10-23T14:30:00Z'), at('2026-10-23T15:30:00Z')],
      ...[at('2026-10-30T15:30:00Z'), at('2026-10-30T16:30:00Z')],
    ]);
    expect(await hours(workload, { dateRange: { start: '2026-10-23', end: '2026-10-30' } })).toEqual([
      [5, 16, 2, 0],
      [5, 17, 2, 2],
    ]);
  });

  test('the hour that comes twice holds both; the one that is left out has none', async () => {
    const workload = await kit.workload(BERLIN);
    await kit.send(workload, 'commits', [
      // Sunday 25 October 2026: 02:30 in summer time, an hour later 02:30 in winter time, then 03:30.
      ...[at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z'), at('2026-10-25T02:30:00Z')],
      // Sunday 29 March 2026: 01:30, and an hour later 03:30.
      ...[at('2026-03-29T00:30:00Z'), at('2026-03-29T01:30:00Z')],
    ]);
    const autumn = { dateRange: { start: '2026-10-25', end: '2026-10-25' } };
    expect(await hours(workload, autumn)).toEqual([
      [7, 2, 2, 2],
      [7, 3, 1, 1],
    ]);
    expect(await hours(workload, { dateRange: { start: '2026-03-29', end: '2026-03-29' } })).toEqual([
      [7, 1, 1, 1],
      [7, 3, 1, 1],
    ]);
  });

  test('the hour is that of the workload’s zone, while the range is that of the query’s', async () => {
    const workload = await kit.workload(BERLIN);
    // Sunday 1 March 23:30 UTC is Monday 00:30 in Berlin; Sunday 8 March 23:30 UTC is the Monday after.
    await kit.send(workload, 'commits', [at('2026-03-01T23:30:00Z'), at('2026-03-08T23:30:00Z')]);
    expect(await tablesOf(workload, { timezone: 'Europe/Berlin' })).toMatchObject([
      { rows: [{ weekday: 1, hour: 0, commits: 1, outside: 1 }] },
    ]);
    expect(await hours(workload)).toEqual([[1, 0, 1, 1]]);
    const both = { dateRange: { start: '2026-03-01', end: '2026-03-08' } };
    expect(await hours(workload, both)).toEqual([[1, 0, 2, 2]]);
  });

  test('an empty window has no table; both edges are in it; sending again changes nothing', async () => {
    const workload = await kit.workload();
    const rows = [
      ...[at('2026-03-01T23:59:59.999Z'), at('2026-03-02T00:00:00.000Z')],
      ...[at('2026-03-08T23:59:59.999Z'), at('2026-03-09T00:00:00.000Z')],
    ];
    expect(await tablesOf(workload)).toEqual([]);
    await kit.send(workload, 'commits', rows);
    expect(await kit.send(workload, 'commits', rows)).toMatchObject({ created: 0, unchanged: 4 });
    expect(await hours(workload)).toEqual([
      [1, 0, 1, 1],
      [7, 23, 1, 1],
    ]);
    expect(await tablesOf(workload, { dateRange: { start: '2025-01-01', end: '2025-12-31' } })).toEqual([]);
  });

  test('merges, other branches and bots are left out; bots can be asked for', async () => {
    const workload = await kit.workload();
    const ten = '2026-03-02T10:00:00Z';
    await kit.send(workload, 'commits', [
      at(ten),
      at(ten, { parents: ['1111111', '2222222'] }),
      at(ten, { branch: 'feature' }),
      at(ten, { author: { name: 'renovate[bot]', kind: 'bot' } }),
    ]);
    expect(await hours(workload)).toEqual([[1, 10, 1, 0]]);
    expect(await hours(workload, { filters: { actors: 'all' } })).toEqual([[1, 10, 2, 0]]);
    expect(await hours(workload, { filters: { actors: 'bot' } })).toEqual([[1, 10, 1, 0]]);
  });

  test('the author time decides, else the commit time', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'commits', [
      at('2026-03-02T20:00:00Z', { committedAt: '2026-03-03T10:00:00Z' }),
      aCommit({ committedAt: '2026-03-04T11:00:00Z' }),
      // Written before the range, though it landed in it.
      at('2026-02-27T10:00:00Z', { committedAt: '2026-03-03T10:00:00Z' }),
    ]);
    expect(await hours(workload)).toEqual([
      [1, 20, 1, 1],
      [3, 11, 1, 0],
    ]);
  });

  test('two workloads each have their own clock; pooled, their hours add up', async () => {
    const [utc, tokyo] = [
      await kit.workload(),
      await kit.workload({ workingHours: { timezone: 'Asia/Tokyo', start: '18:00', end: '24:00' } }),
    ];
    // Tuesday 10:00 UTC is 19:00 in Tokyo.
    const rows = [at('2026-03-03T10:00:00Z'), at('2026-03-03T10:20:00Z', { repository: 'acme/two' })];
    await kit.send(utc, 'commits', rows);
    await kit.send(tokyo, 'commits', rows.slice(0, 1));
    await kit.send(tokyo, 'commits', [at('2026-03-03T01:00:00Z')]);
    const workloads = [utc, tokyo];
    const tables = await tablesOf(utc, { workloads });
    const byWorkload = Object.fromEntries(tables.map((table) => [table.group['workload'], hoursOf(table)]));
    expect(byWorkload).toEqual({
      [utc]: [[2, 10, 2, 0]],
      [tokyo]: [
        [2, 10, 1, 1],
        [2, 19, 1, 0],
      ],
    });
    expect((await tablesOf(utc, { workloads, groupBy: [] })).map(hoursOf)).toEqual([
      [
        [2, 10, 3, 1],
        [2, 19, 1, 0],
      ],
    ]);
    expect(await tablesOf(utc, { groupBy: ['repository'] })).toMatchObject([
      { group: { repository: 'acme/shop-api' }, rows: [{ commits: 1 }] },
      { group: { repository: 'acme/two' }, rows: [{ commits: 1 }] },
    ]);
    expect(await hours(utc, { filters: { repositories: ['acme/two'] } })).toEqual([[2, 10, 1, 0]]);
  });

  test('all 168 hours of a week are answered; who wrote them is not told', async () => {
    const workload = await kit.workload();
    const monday = Date.parse('2026-03-02T00:30:00Z');
    await kit.send(
      workload,
      'commits',
      Array.from({ length: 168 }, (_, hour) => at(new Date(monday + hour * 3_600_000).toISOString())),
    );
    const [table] = await tablesOf(workload);
    expect([table!.rows.length, table!.total]).toEqual([168, 168]);
    expect(hoursOf(table).filter(([, , , outside]) => outside === 0)).toHaveLength(5 * 8);
    expectProblem(
      await kit.query({ queries: ['working-pattern'], dateRange: WEEK, groupBy: ['actor'] }),
      400,
      'unsupported-grouping',
    );
  });
});
