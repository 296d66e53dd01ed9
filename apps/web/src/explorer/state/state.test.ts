import { describe, expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { EMPTY_STATE } from './explorer-state.ts';
import type { ExplorerState } from './explorer-state.ts';
import { fromQuery } from './from-query.ts';
import { groupsOf } from './grouping.ts';
import { joinList, splitList } from './list-text.ts';
import { readState } from './read-state.ts';
import { earlierQuery, toQuery } from './to-query.ts';
import { writeState } from './write-state.ts';

const aMetric = (over: Partial<Metric>): Metric => ({
  ...{ id: 'runs', title: 'Runs', description: '', definition: '', unit: 'count', direction: 'none' },
  ...{ kind: 'count', fill: 'zero', dimensions: ['workload', 'job', 'branch', 'tag'], parameters: {} },
  ...{ bands: [], actors: 'all', headline: false, data: ['pipeline-runs'] },
  ...over,
});
const RUNS = aMetric({
  parameters: {
    properties: {
      attempts: { type: 'string', enum: ['last', 'all'], default: 'last' },
      limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
    },
  },
});
const INCIDENTS = aMetric({
  ...{ id: 'incidents', title: 'Incidents', dimensions: ['workload', 'severity', 'tag'], actors: null },
});
const WORKLOADS = [
  { id: 'a', tags: { tier: '1' } },
  { id: 'b', tags: {} },
] as never;
const KNOWN = { queries: [RUNS, INCIDENTS], workloads: WORKLOADS };
const read = (query: Record<string, string | undefined>) => readState(query, KNOWN);
const RANGE = { start: '2026-01-01', end: '2026-03-31' };

const FULL: ExplorerState = {
  metrics: [{ id: 'runs', parameters: { attempts: 'all', limit: 5 } }],
  workloads: ['a', 'b'],
  interval: 'week',
  groupBy: ['job', 'tag:tier'],
  filters: { jobs: ['a, b', 'c\\d'], branches: ['<script>'], tags: { tier: ['1', '2'] }, actors: 'human' },
  rolling: [28, 84],
  isCompared: true,
  fill: 'previous',
  view: 'stacked',
  events: ['deployments', 'incidents'],
  hide: ['Payments, all · main'],
  only: [],
  timezone: 'UTC',
};

describe('the address and the state', () => {
  test.each([
    ['all that there is', FULL],
    ['nothing', EMPTY_STATE],
    ['all pooled', { ...EMPTY_STATE, groupBy: [] }],
  ])('%s comes back as it was', (_name, state) => {
    expect(read(writeState(state))).toEqual({ state, notices: [] });
  });

  test('it is short and readable', () => {
    const written = writeState({ ...FULL, filters: {}, workloads: [], hide: [] });
    const text = Object.entries(written).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
    expect(text.join('&')).toBe(
      'metrics=runs;attempts=all;limit=5&interval=week&by=job,tag:tier&rolling=28,84&compare=previous&fill=previous&view=stacked&events=deployments,incidents&zone=UTC',
    );
    expect(Object.values(writeState(EMPTY_STATE)).every((value) => value === undefined)).toBe(true);
  });

  test.each([
    [{ metrics: 'nothing-known' }, 'There is no metric “nothing-known”.'],
    [{ metrics: 'runs;attempts=some' }, 'Runs doesn’t know “attempts=some”.'],
    [{ metrics: 'runs;limit=0' }, 'Runs doesn’t know “limit=0”.'],
    [{ metrics: 'runs;colour' }, 'Runs doesn’t know “colour”.'],
    [{ workloads: 'a,zzz' }, 'The address has “zzz” among the workloads, which there is not.'],
    [{ interval: 'hour' }, 'The address has the interval “hour”, which there is not.'],
    [{ metrics: 'runs', by: 'severity' }, 'Runs can’t be grouped by “Severity”; it is left out.'],
    [{ metrics: 'runs', by: 'tag:' }, 'Runs can’t be grouped by “Tag ”; it is left out.'],
    [{ metrics: 'incidents', jobs: 'x' }, 'Incidents can’t be narrowed by jobs; the filter is left out.'],
    [
      { metrics: 'incidents', actors: 'bot' },
      'Incidents doesn’t tell people from bots; the filter is left out.',
    ],
    [{ tags: 'tier' }, 'A tag is written key:value, not “tier”.'],
    [{ rolling: '28,0' }, 'An average is over 1 to 366 days, not “0”.'],
    [{ zone: 'Mars/Base' }, 'There is no time zone “Mars/Base”.'],
    [{ view: '<script>' }, 'The address has the view “<script>”, which there is not.'],
    [{ events: 'births' }, 'The address has “births” among the events, which there is not.'],
  ])('of %j it says so, and falls back', (query, notice) => {
    expect(read(query).notices).toEqual([notice]);
  });

  test('no address breaks it', () => {
    for (const name of ['metrics', 'by', 'jobs', 'tags', 'rolling', 'zone', 'view', 'fill', 'compare'])
      for (const value of ['\\', ',,;=', '__proto__', 'constructor', '\u0000', 'x'.repeat(5000), '🙂'])
        expect(() => read({ [name]: value }), `${name}=${value.slice(0, 9)}`).not.toThrow();
  });
});

test.each([[['a', 'b']], [['a,b', 'c\\', '\\,']], [['x;y=z']], [[]]])(
  '%j is joined and split again',
  (words) => {
    expect(splitList(joinList(words))).toEqual(words);
    expect(splitList(joinList(words, ';'), ';')).toEqual(words);
  },
);

test('only what every metric knows can be grouped by, each key of a tag by itself', () => {
  expect(groupsOf([RUNS], WORKLOADS)).toEqual(['workload', 'job', 'branch', 'tag:tier']);
  expect(groupsOf([RUNS, INCIDENTS], WORKLOADS)).toEqual(['workload', 'tag:tier']);
});

describe('the query', () => {
  test('has what was chosen, and nothing that is as usual', () => {
    expect(toQuery(EMPTY_STATE, RANGE, 'Europe/Berlin')).toEqual({
      ...{ queries: [], dateRange: RANGE, timezone: 'Europe/Berlin', groupBy: ['workload'] },
    });
    expect(toQuery(FULL, RANGE, 'Europe/Berlin')).toEqual({
      queries: [{ query: 'runs', parameters: { attempts: 'all', limit: 5 } }],
      ...{ workloads: ['a', 'b'], dateRange: RANGE, interval: 'week', timezone: 'UTC' },
      ...{ groupBy: ['job', 'tag:tier'], filters: FULL.filters, rollingAverage: [28, 84] },
      ...{ compareTo: 'previous-period', fill: 'previous' },
    });
  });

  test('saved and opened again it is the same one', () => {
    const query = toQuery(FULL, RANGE, 'UTC');
    const { range, ...address } = fromQuery(JSON.parse(JSON.stringify(query)));
    expect(range).toBe('2026-01-01_2026-03-31');
    const { state } = read(address);
    expect(toQuery(state, RANGE, 'Europe/Berlin')).toEqual(query);
  });

  test.each([{}, { queries: 'x', workloads: 5, groupBy: {}, filters: [], rollingAverage: 'y' }])(
    'a saved query that is %j opens as nothing',
    (query) => {
      expect(read(fromQuery(query)).state).toEqual(EMPTY_STATE);
    },
  );

  test('the days before are as many, and are asked for by the same interval', () => {
    const earlier = earlierQuery(toQuery(FULL, RANGE, 'UTC'), 'week');
    expect(earlier).toMatchObject({
      dateRange: { start: '2025-10-03', end: '2025-12-31' },
      interval: 'week',
    });
    expect(earlier).not.toHaveProperty('compareTo');
    expect(earlier).not.toHaveProperty('rollingAverage');
  });
});
