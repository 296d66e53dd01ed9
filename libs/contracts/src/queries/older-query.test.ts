import { describe, expect, test } from 'vitest';
import { fromOlderListing, fromOlderQuery } from './older-query.ts';
import { QueryInput } from './query.ts';

const NOW = new Date('2026-03-05T12:00:00Z');

describe('fromOlderQuery', () => {
  test('turns name, workloads and dates into today’s words', () => {
    const body = fromOlderQuery(
      {
        queryName: 'codeCoverage',
        args: { workloads: ['a', 'b'], startDate: '2026-01-01', endDate: '2026-02-01T10:00:00+02:00' },
      },
      NOW,
    );
    expect(body).toEqual({
      queries: ['code-coverage'],
      workloads: ['a', 'b'],
      dateRange: { start: '2026-01-01', end: '2026-02-01' },
    });
    expect(QueryInput.safeParse(body).success).toBe(true);
  });

  test('ends today where no end is named, and filters by what it names', () => {
    expect(
      fromOlderQuery(
        {
          queryName: 'pipeline_success',
          args: { workloads: 'a, b', startDate: '2026-01-01', jobGroups: ['test'], interval: 'week' },
        },
        NOW,
      ),
    ).toEqual({
      queries: ['pipeline-success'],
      workloads: ['a', 'b'],
      dateRange: { start: '2026-01-01', end: '2026-03-05' },
      filters: { stages: ['test'] },
      interval: 'week',
    });
  });

  test('leaves today’s form as it is, and what it does not know for the contract to refuse', () => {
    const today = { queries: ['code-coverage'], dateRange: { start: '2026-01-01', end: '2026-01-02' } };
    expect(fromOlderQuery(today, NOW)).toEqual(today);
    for (const body of [
      { queryName: 'x', args: { startDate: '2026-01-01', nonsense: 1 } },
      { queryName: 'x', args: 'text' },
      { queryName: 'x', args: {}, other: 1 },
      { queryName: 5, args: { startDate: '2026-01-01' } },
    ])
      expect(QueryInput.safeParse(fromOlderQuery(body, NOW)).success).toBe(false);
  });
});

test('fromOlderListing splits lists and renames dates; today’s names win', () => {
  expect(fromOlderListing({ workloads: 'a,b', startDate: '2026-01-01', jobGroups: ['x', 'y,z'] })).toEqual({
    workloads: ['a', 'b'],
    start: '2026-01-01',
    jobGroups: ['x', 'y', 'z'],
  });
  expect(fromOlderListing({ start: '2026-01-02', startDate: '2026-01-01', limit: '5' })).toEqual({
    start: '2026-01-02',
    limit: '5',
  });
});
