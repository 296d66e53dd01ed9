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
    'acme/a: src/main.ts',
    'two/index.ts',
    'src/one/index.ts',
    'test/one/index.ts',
    'lone.ts',
    'acme/c: src/main.ts',
  ]);
  expect(pairs.map(({ a, b, degree }) => [a, b, degree])).toEqual([
    [2, 3, 90],
    [1, 0, 80],
    [5, 4, 70],
  ]);
});

test('of many, the strongest pairs are there whole, and all pairs among their files', () => {
  const rows = [
    row('r', 'a', 'b', 90),
    row('r', 'c', 'd', 80),
    row('r', 'e', 'f', 70),
    row('r', 'b', 'c', 60),
  ];
  const { files, pairs } = coupledFiles(rows, 5);
  expect(files.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
  expect(pairs.map(({ degree }) => degree)).toEqual([90, 80, 60]);
});
