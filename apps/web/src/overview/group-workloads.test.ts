import { expect, test } from 'vitest';
import type { ListedWorkload } from '../api/use-config.ts';
import { groupWorkloads, pageOfGroups } from './group-workloads.ts';

const workload = (id: string, team?: string) =>
  ({ id, tags: team ? { team } : {} }) as unknown as ListedWorkload;
const ALL = [workload('1', 'b'), workload('2'), workload('3', 'a'), workload('4', 'b'), workload('5', 'b')];
const told = (groups: ReturnType<typeof groupWorkloads>) =>
  groups.map(({ value, size, workloads }) => [value, size, workloads.map(({ id }) => id)]);

test('groups stand by value, those without the tag last, each in the order given', () => {
  expect(told(groupWorkloads(ALL, 'team'))).toEqual([
    ['a', 1, ['3']],
    ['b', 3, ['1', '4', '5']],
    [null, 1, ['2']],
  ]);
});

test('a page cuts through groups, and each keeps its whole size', () => {
  const groups = groupWorkloads(ALL, 'team');
  expect(told(pageOfGroups(groups, 0, 2))).toEqual([
    ['a', 1, ['3']],
    ['b', 3, ['1']],
  ]);
  expect(told(pageOfGroups(groups, 2, 2))).toEqual([['b', 3, ['4', '5']]]);
  expect(told(pageOfGroups(groups, 4, 2))).toEqual([[null, 1, ['2']]]);
});
