import { expect, test } from 'vitest';
import { criticalPath } from './critical-path.ts';

const at = (from: number, begins: number, to: number) => ({
  from: from * 1000,
  begins: begins * 1000,
  to: to * 1000,
});

test('leads from the job that ended last back over those that it waited for', () => {
  const prepare = at(0, 2, 30);
  const [quick, slow] = [at(30, 32, 60), at(30, 35, 120)];
  const report = at(121, 122, 130);
  expect(criticalPath([prepare, quick, slow, report])).toEqual([0, 2, 3]);
});

test('jobs side by side have no more than one on it', () => {
  expect(criticalPath([at(0, 1, 50), at(0, 1, 80), at(0, 1, 60)])).toEqual([1]);
});

test('a job that was skipped is none that was waited for, and no jobs have no path', () => {
  expect(criticalPath([at(0, 1, 50), at(50, 50, 50)])).toEqual([0]);
  expect(criticalPath([])).toEqual([]);
});

test('ends, even where jobs last less than times are told to', () => {
  expect(criticalPath([at(0, 0, 1), at(0, 0, 1), at(1, 1, 2)])).toHaveLength(3);
});
