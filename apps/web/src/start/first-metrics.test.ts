import { describe, expect, test } from 'vitest';
import type { Metric, QueryResult } from '@codemetrics/contracts';
import { figuresOf, firstMetrics } from './first-metrics.ts';

const metric = (id: string, kind: Metric['kind'], data: string[]): Metric =>
  ({ id, title: id, kind, data, unit: 'count' }) as unknown as Metric;

const answer = (values: Readonly<Record<string, number | null>>): QueryResult =>
  ({
    results: Object.entries(values).map(([query, value]) => ({
      query,
      series: [{ group: {}, points: [], summary: { value } }],
    })),
  }) as unknown as QueryResult;

describe('what tells first that data has come', () => {
  test('is one metric for each kind of data, a count where there is one', () => {
    const catalogue = [
      metric('success', 'ratio', ['runs']),
      metric('runs', 'count', ['runs']),
      metric('lead time', 'distribution', ['commits', 'deployments']),
      metric('coverage', 'gauge', ['coverage']),
      metric('hotspots', 'table', ['commits']),
    ];
    expect(firstMetrics(catalogue).map(({ id }) => id)).toEqual(['runs', 'coverage']);
  });

  test.each(['count', 'sum', 'stock'] as const)('is no %s of nought: an empty workload has those', (kind) => {
    const one = metric('one', kind, ['runs']);
    expect(figuresOf([one], answer({ one: 0 }))).toEqual([]);
    expect(figuresOf([one], answer({ one: 3 }))).toHaveLength(1);
  });

  test('is a coverage of nought, which somebody has measured, and never one that is unknown', () => {
    const one = metric('one', 'gauge', ['coverage']);
    expect(figuresOf([one], answer({ one: 0 }))).toHaveLength(1);
    expect(figuresOf([one], answer({ one: null }))).toEqual([]);
    expect(figuresOf([one], answer({}))).toEqual([]);
  });
});
