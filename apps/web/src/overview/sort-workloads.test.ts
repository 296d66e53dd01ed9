import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import type { ListedWorkload } from '../api/use-config.ts';
import { nextSorting, readSorting, sortWorkloads, writeSorting } from './sort-workloads.ts';

const METRICS = [{ id: 'coverage' }] as Metric[];
const workload = (id: string, name = id) => ({ id, name }) as ListedWorkload;
const ALL = ['b', 'd', 'a', 'c'].map((id) => workload(id));
const VALUES = new Map([
  ['a', 1],
  ['b', 3],
  ['d', 3],
]);
const sorted = (text: string) =>
  sortWorkloads(ALL, readSorting(text, METRICS), (id) => VALUES.get(id) ?? null).map(({ id }) => id);

test('values from the highest or the lowest, a missing one last either way, equal ones by name', () => {
  expect(sorted('-coverage')).toEqual(['b', 'd', 'a', 'c']);
  expect(sorted('coverage')).toEqual(['a', 'b', 'd', 'c']);
});

test('names are read as people do, and an address that names nothing known sorts by them', () => {
  const names = [workload('x', 'team 10'), workload('y', 'Team 9')];
  expect(sortWorkloads(names, readSorting(undefined, []), () => null).map(({ id }) => id)).toEqual([
    'y',
    'x',
  ]);
  expect(sorted('no-such')).toEqual(['a', 'b', 'c', 'd']);
  expect(sorted('-name')).toEqual(['d', 'c', 'b', 'a']);
});

test('a press sorts by the column, a second one turns it round, and the address tells it', () => {
  const first = nextSorting('coverage', readSorting(undefined, METRICS));
  expect(writeSorting(first)).toBe('-coverage');
  expect(writeSorting(nextSorting('coverage', first))).toBe('coverage');
  expect(writeSorting(nextSorting('name', first))).toBeUndefined();
});
