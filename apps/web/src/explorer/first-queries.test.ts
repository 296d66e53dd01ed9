import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { firstQueries } from './first-queries.ts';

const metric = (id: string, over: Partial<Metric> = {}): Metric => ({
  ...{ id, title: id, description: '', definition: '', unit: 'count', direction: 'up', kind: 'count' },
  ...{ fill: 'zero', dimensions: ['workload'], parameters: {}, bands: [], actors: null, headline: false },
  data: ['deployments'],
  ...over,
});

test('each topic of the catalogue has one, with headlines first, at most two units and no tables', () => {
  const [, delivery] = firstQueries([
    metric('rows', { kind: 'table' }),
    metric('a'),
    metric('b', { unit: 'seconds' }),
    metric('c', { unit: 'percent', headline: true }),
    metric('d'),
  ]);
  expect(delivery?.parameters['metrics']).toBe('c,a,d');
});

test('a ratio by job is ranked; an empty catalogue has nothing to begin with', () => {
  const ranked = firstQueries([metric('rate', { kind: 'ratio', dimensions: ['job'] })]).at(-1);
  expect(ranked?.parameters).toEqual({ metrics: 'rate', by: 'job', interval: 'total' });
  expect(firstQueries([])).toEqual([]);
});
