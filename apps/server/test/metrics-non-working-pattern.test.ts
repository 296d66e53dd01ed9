import { describe, expect, test } from 'vitest';
import type { CommitRow } from '@codemetrics/testing';
import { aCommit } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const BERLIN = {
  workingHours: { timezone: 'Europe/Berlin', start: '09:00', end: '17:00' },
};
const at = (authoredAt: string, over: Partial<CommitRow> = {}) => aCommit({ authoredAt, ...over });
const ask = (workload: string, start: string, end: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['non-working-pattern'], workloads: [workload], dateRange: { start, end }, ...over });
const distances = async (workload: string, start: string, end: string, over: QueryBody = {}) =>
  byGroup((await ask(workload, start, end, { groupBy: ['distance'], ...over })).results[0]!);

describe('non-working-pattern', () => {
  test('is 0 where all work was done within the hours, and where there was none', async () => {
    const workload = await kit.workload(BERLIN);
    await kit.send(workload, 'commits', [at('2026-03-02T10:00:00Z')]);
    const series = only(await ask(workload, '2026-03-02', '2026-03-03'));
    expect(values(series).map(([, value]) => value)).toEqual([0, 0]);
  });

  test('half past five in Berlin is 15:30 UTC in summer and 16:30 UTC in winter', async () => {
    const workload = await kit.workload(BERLIN);
    await kit.send(workload, 'commits', [
      // Friday 23 October 2026, summer time: 17:30, then 17:00 and the instant before it.
      ...[at('2026-10-23T15:30:00Z'), at('2026-10-23T15:00:00Z'), at('2026-10-23T14:59:59.999Z')],
      // Monday 26 October, winter time: 16:30 is within the hours, 17:30 is not.
      ...[at('2026-10-26T15:30:00Z'), at('2026-10-26T16:30:00Z')],
    ]);
    const series = only(await ask(workload, '2026-10-23', '2026-10-26'));
    expect(values(series).map(([, value]) => value)).toEqual([2, 0, 0, 1]);
    expect(await distances(workload, '2026-10-23', '2026-10-26')).toEqual({ low: 3 });
  });

  test('the day is that of the workload’s zone, while the bucket is that of the query’s', async () => {
    const workload = await kit.workload(BERLIN);
    await kit.send(workload, 'commits', [
      // Sunday 23:30 UTC is Monday 00:30 in Berlin, Friday 23:30 UTC is Saturday there.
      ...[at('2026-03-01T23:30:00Z'), at('2026-03-06T23:30:00Z')],
      // Monday 06:00 in Berlin: three hours too early, and a second more.
      ...[at('2026-03-02T05:00:00Z'), at('2026-03-02T04:59:59Z')],
    ]);
    expect(await distances(workload, '2026-03-01', '2026-03-06')).toEqual({ medium: 1, high: 3 });
    const utc = only(await ask(workload, '2026-03-01', '2026-03-02'));
    expect(values(utc).map(([, value]) => value)).toEqual([1, 2]);
    const local = only(await ask(workload, '2026-03-01', '2026-03-02', { timezone: 'Europe/Berlin' }));
    expect(values(local).map(([, value]) => value)).toEqual([0, 3]);
  });

  test('the author time decides, else the commit time; each workload has its own hours', async () => {
    const [day, night] = [
      await kit.workload(),
      await kit.workload({ workingHours: { timezone: 'UTC', start: '18:00', end: '23:00' } }),
    ];
    const rows = [
      at('2026-03-02T20:00:00Z', { committedAt: '2026-03-03T10:00:00Z' }),
      aCommit({ committedAt: '2026-03-03T20:00:00Z' }),
    ];
    await kit.send(day, 'commits', rows);
    await kit.send(night, 'commits', rows);
    const series = only(await ask(day, '2026-03-02', '2026-03-03'));
    expect(values(series).map(([, value]) => value)).toEqual([1, 1]);
    const both = await ask(day, '2026-03-02', '2026-03-03', { workloads: [day, night] });
    expect(byGroup(both.results[0]!)).toEqual({ [day]: 2, [night]: 0 });
  });

  test('merges and bots are left out; groups by author, and names the commits', async () => {
    const workload = await kit.workload();
    const late = '2026-03-02T19:00:00Z';
    const kim = { name: 'Kim', email: 'kim@example.com', kind: 'user' as const };
    const [first, second] = [at(late), at(late, { author: kim })];
    await kit.send(workload, 'commits', [
      ...[first, second],
      at(late, { parents: ['1111111', '2222222'] }),
      at(late, { author: { name: 'renovate[bot]', kind: 'bot' } }),
    ]);
    const result = await ask(workload, '2026-03-02', '2026-03-02', { groupBy: ['actor'] });
    expect(byGroup(result.results[0]!)).toEqual({ Jo: 1, Kim: 1 });
    const explained = only(await ask(workload, '2026-03-02', '2026-03-02', { explain: true }));
    expect(pointOf(explained, '2026-03-02').explain!.rows).toEqual(
      [first, second].map(({ sha }) => `acme/shop-api@${sha}`).sort(),
    );
  });
});
