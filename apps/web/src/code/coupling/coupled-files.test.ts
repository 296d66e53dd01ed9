import { expect, test } from 'vitest';
import { coupledFiles } from './coupled-files.ts';

const row = (repository: string, path: string, coupled: string, degree: number) => ({
  repository,
  path,
  coupled_path: coupled,
  degree,
});

test('files are called by as little of their path as tells them apart', () => {
  const { files, pairs } = coupledFiles(
    [
      row('acme/b', 'src/one/index.ts', 'test/one/index.ts', 90),
      row('acme/a', 'src/two/index.ts', 'src/main.ts', 80),
      row('acme/c', 'src/main.ts', 'lone.ts', 70),
    ],
    20,
  );
  expect(files.map(({ name }) => name)).toEqual([
    'src/main.ts (acme/a)',
    'two/index.ts',
    'src/one/index.ts',
    'test/one/index.ts',
    'lone.ts',
    'src/main.ts (acme/c)',
  ]);
  expect(pairs.map(({ a, b, degree }) => [a, b, degree])).toEqual([
    [2, 3, 90],
    [1, 0, 80],
    [5, 4, 70],
  ]);
});

test('of many, those with the most ties are there, with all pairs among them, and none alone', () => {
  const rows = [
    row('r', 'lone', 'other', 99),
    row('r', 'hub', 'a', 60),
    row('r', 'hub', 'b', 50),
    row('r', 'a', 'b', 40),
  ];
  // hub 110, a 100, lone 99, other 99, b 90.
  const { files, pairs } = coupledFiles(rows, 3);
  expect(files.map(({ path }) => path)).toEqual(['a', 'hub']);
  expect(pairs.map(({ a, b, degree }) => [a, b, degree])).toEqual([[1, 0, 60]]);
  expect(coupledFiles(rows, 5).pairs.map(({ degree }) => degree)).toEqual([99, 60, 50, 40]);
});
