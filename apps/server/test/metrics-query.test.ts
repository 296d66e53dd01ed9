import { describe, expect, test } from 'vitest';
import { aDeployment, aPipelineRun, anIncident } from '@codemetrics/testing';
import { only, useMetricKit, values } from './metric-kit.ts';

// The last half hour of 4 March in UTC, and the first of 5 March in Berlin.
const kit = useMetricKit(() => new Date('2026-03-04T23:30:00.000Z'));
const run = (finishedAt: string, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({ finishedAt, startedAt: null, ...over });
const ask = async (workload: string, start: string, end: string, over = {}) =>
  only(
    await kit.ask({ queries: ['pipeline-runs'], workloads: [workload], dateRange: { start, end }, ...over }),
  );

describe('buckets', () => {
  test.each([
    ['2025-01-01', '2025-03-03', 'day', 62],
    ['2025-01-01', '2025-03-04', 'week', 10], // 63 days, from Monday 30 December
    ['2024-01-01', '2025-03-09', 'week', 62],
    ['2024-01-01', '2025-03-10', 'month', 15],
    ['2015-01-01', '2024-12-31', 'quarter', 40],
  ])(
    'from %s to %s the interval is a %s by default, which makes %d points',
    async (start, end, interval, count) => {
      const workload = await kit.workload();
      const result = await kit.ask({
        queries: ['pipeline-runs'],
        workloads: [workload],
        dateRange: { start, end },
      });
      expect(result).toMatchObject({ interval, timezone: 'UTC', dateRange: { start, end } });
      expect(only(result).points).toHaveLength(count);
    },
  );

  test('weeks start on Monday; rows outside of the range don’t count in the buckets that reach beyond it', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run('2026-02-17T23:59:59.999Z'), // Tuesday, in the first bucket but before the range
      run('2026-02-18T00:00:00.000Z'),
      run('2026-02-22T23:59:59.999Z'), // Sunday
      run('2026-02-23T00:00:00.000Z'), // Monday
      run('2026-02-25T00:00:00.000Z'), // Wednesday, in the second bucket but after the range
    ]);
    const series = await ask(workload, '2026-02-18', '2026-02-24', { interval: 'week' });
    expect(values(series)).toEqual([
      ['2026-02-16', 2],
      ['2026-02-23', 1],
    ]);
    expect(series.summary.value).toBe(3);
  });

  test.each([
    ['month', '2025-11-30', '2026-02-01', ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']],
    ['quarter', '2025-06-30', '2026-01-01', ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01']],
    ['year', '2024-12-31', '2026-01-01', ['2024-01-01', '2025-01-01', '2026-01-01']],
    ['total', '2025-12-31', '2026-01-31', ['2025-12-31']],
  ])('by %s: every bucket is there, and rows fall into it', async (interval, start, end, dates) => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [run(`${start}T12:00:00Z`), run(`${end}T23:59:59.999Z`)]);
    const expected = dates.map((date, index) => [
      date,
      dates.length === 1 ? 2 : index === 0 || index === dates.length - 1 ? 1 : 0,
    ]);
    expect(values(await ask(workload, start, end, { interval }))).toEqual(expected);
  });

  test('the running bucket is partial, and no other', async () => {
    const workload = await kit.workload();
    const partial = async (start: string, end: string, over = {}) =>
      (await ask(workload, start, end, over)).points
        .filter((point) => point.partial)
        .map((point) => point.date);
    expect(await partial('2026-03-01', '2026-03-10')).toEqual(['2026-03-04']);
    expect(await partial('2026-03-01', '2026-03-10', { timezone: 'Europe/Berlin' })).toEqual(['2026-03-05']);
    expect(await partial('2026-03-01', '2026-03-03')).toEqual([]);
    expect(await partial('2026-01-01', '2026-06-30', { interval: 'month' })).toEqual(['2026-03-01']);
    expect(await partial('2026-01-01', '2026-03-04', { interval: 'total' })).toEqual(['2026-01-01']);
    expect(await partial('2026-01-01', '2026-03-03', { interval: 'total' })).toEqual([]);
  });

  test('the answer tells when it was given', async () => {
    const answer = await kit.ask({
      queries: ['pipeline-runs'],
      dateRange: { start: '2026-03-01', end: '2026-03-02' },
    });
    expect(answer.asOf).toBe('2026-03-04T23:30:00.000Z');
  });
});

describe('time zones', () => {
  test.each([
    // The clock goes forward: 29 March has 23 hours in Berlin.
    ['Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    // The clock goes back: 25 October has 25 hours.
    ['Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-08', '2026-03-09T03:59:59.999Z'],
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-01', '2026-11-02T04:59:59.999Z'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00.000Z', '2026-03-02', '2026-03-02T18:14:59.999Z'],
    // The clock goes back from 1:00 to 0:00, so that the day has two midnights: it begins with the first.
    ['Atlantic/Azores', '2026-10-25T00:00:00.000Z', '2026-10-25', '2026-10-26T00:59:59.999Z'],
    // The clock goes forward from 0:00 to 1:00, so that the day has no midnight.
    ['Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24', '2026-04-24T20:59:59.999Z'],
  ])('in %s the day from %s is %s, up to %s', async (timezone, first, day, last) => {
    const workload = await kit.workload();
    const before = new Date(Date.parse(first) - 1).toISOString();
    const after = new Date(Date.parse(last) + 1).toISOString();
    await kit.send(workload, 'runs', [
      run(before),
      run(first),
      run(last),
      run(last),
      run(after),
      run(after),
      run(after),
    ]);
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const dayAfter = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const whole = await ask(workload, dayBefore, dayAfter, { timezone });
    expect(values(whole)).toEqual([
      [dayBefore, 1],
      [day, 3],
      [dayAfter, 3],
    ]);
    for (const [date, count] of values(whole)) {
      const alone = await ask(workload, date, date, { timezone });
      expect([values(alone), alone.summary.value]).toEqual([[[date, count]], count]);
    }
  });

  test('a run at 23:30Z belongs to the next day, week and month of Berlin', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [run('2026-05-31T23:30:00Z')]);
    const monday = '2026-06-01';
    for (const interval of ['day', 'week', 'month'])
      expect(values(await ask(workload, monday, monday, { interval, timezone: 'Europe/Berlin' }))).toEqual([
        [monday, 1],
      ]);
    expect(values(await ask(workload, monday, monday))).toEqual([[monday, 0]]);
  });

  test('a short name means the zone, with its daylight saving, not an offset of PostgreSQL’s own', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [run('2026-05-31T22:30:00Z')]);
    const on = async (timezone: string) =>
      values(await ask(workload, '2026-05-31', '2026-06-01', { timezone })).map(([, value]) => value);
    // 0:30 in Brussels and Paris, 15:30 in Los Angeles.
    expect(await on('CET')).toEqual([0, 1]);
    expect(await on('ECT')).toEqual([0, 1]);
    expect(await on('PST')).toEqual([1, 0]);
  });

  test('400: an unknown zone, and an offset', async () => {
    for (const timezone of ['Europe/Atlantis', '+02:00', '']) {
      const { status, body } = await kit.query({
        queries: ['pipeline-runs'],
        dateRange: { start: '2026-03-01', end: '2026-03-02' },
        timezone,
      });
      expect(status).toBe(400);
      expect(body.errors[0].path).toBe('timezone');
    }
  });
});

describe('fill', () => {
  // Rows on 2 March alone, of a range of three days.
  const fills = async (workload: string, query: string) => {
    const answers = await Promise.all(
      ['null', 'zero', 'previous'].map((fill) =>
        ask(workload, '2026-03-01', '2026-03-03', { queries: [query], fill }),
      ),
    );
    return answers.map((series) => values(series).map(([, value]) => value));
  };

  test('of a count', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [run('2026-03-02T10:00:00Z'), run('2026-03-02T10:00:00Z')]);
    expect(await fills(workload, 'pipeline-runs')).toEqual([
      [null, 2, null],
      [0, 2, 0],
      [null, 2, 2],
    ]);
  });

  test('of a ratio, whose count stays 0', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'deployments', [aDeployment(), aDeployment()]);
    await kit.send(workload, 'incidents', [anIncident()]);
    expect(await fills(workload, 'change-failure-rate')).toEqual([
      [null, 50, null],
      [0, 50, 0],
      [null, 50, 50],
    ]);
    const series = await ask(workload, '2026-03-01', '2026-03-03', {
      queries: ['change-failure-rate'],
      fill: 'previous',
    });
    expect(series.points.map((point) => point.count)).toEqual([0, 2, 0]);
  });

  test('of a distribution', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'incidents', [anIncident()]);
    expect(await fills(workload, 'time-to-restore-service')).toEqual([
      [null, 3600, null],
      [0, 3600, 0],
      [null, 3600, 3600],
    ]);
  });
});
