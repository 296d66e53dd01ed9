import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { nextSorting, readSorting, sortingText } from './sorting.ts';

const metrics = [{ id: 'pipeline-runs' }, { id: 'pipeline-durations' }] as Metric[];

test.each(['job', '-job', 'pipeline-durations', '-pipeline-durations.p95', 'pipeline-runs.misses'])(
  '%s is read and written',
  (text) => {
    expect(sortingText(readSorting(text, metrics))).toBe(text);
  },
);

test('what there is not is the default', () => {
  for (const text of [undefined, '', '-nonsense', '.p95', '__proto__'])
    expect(sortingText(readSorting(text, metrics))).toBe('-pipeline-runs');
});

test('a second press turns a sorting round', () => {
  const by = { metric: 'pipeline-durations', figure: 'p95' } as const;
  const first = nextSorting(by, readSorting(undefined, metrics));
  expect(first.direction).toBe('desc');
  expect(nextSorting(by, first).direction).toBe('asc');
});
