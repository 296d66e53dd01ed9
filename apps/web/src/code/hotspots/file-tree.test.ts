import { expect, test } from 'vitest';
import type { FolderNode } from './file-tree.ts';
import { fileTree } from './file-tree.ts';
import { EVERYWHERE, nearestPlace, placesAround } from './place.ts';

const row = (repository: string, path: string) => ({ repository, path, score: 1 });
const rows = [
  row('acme/one', 'src/a.ts'),
  row('acme/one', 'src/http/routes/b.ts'),
  row('acme/one', 'README.md'),
  row('acme/two', 'src/a.ts'),
  row('acme/two', 'srcs/c.ts'),
  row('acme/two', '__proto__/constructor.ts'),
];

/** `name(folders; files)`. */
const draw = ({ name, folders, files }: FolderNode): string =>
  `${name}(${folders.map(draw).join(' ')};${files.map((file) => file.name).join(' ')})`;

test('repositories hold folders in folders; a folder of nothing but one other is drawn with it', () => {
  expect(draw(fileTree(rows, EVERYWHERE))).toBe(
    '(acme/one(src(http/routes(;b.ts);a.ts);README.md) acme/two(src(;a.ts) srcs(;c.ts) __proto__(;constructor.ts););)',
  );
});

test('a place holds only what lies in it, by its own names', () => {
  const src = { repository: 'acme/one', folder: 'src' };
  const tree = fileTree(rows, src);
  expect(draw(tree)).toBe('(http/routes(;b.ts);a.ts)');
  expect(tree.folders[0]!.place).toEqual({ repository: 'acme/one', folder: 'src/http/routes' });
  expect(tree.files[0]!.place).toEqual(src);
  expect(draw(fileTree(rows, { repository: 'acme/two', folder: 'src' }))).toBe('(;a.ts)');
});

test('a place without files gives way to the nearest around it', () => {
  const one = { repository: 'acme/one', folder: 'src/http' };
  expect(nearestPlace(rows, one)).toEqual(one);
  expect(nearestPlace(rows, { ...one, folder: 'src/gone/deep' })).toEqual({ ...one, folder: 'src' });
  expect(nearestPlace(rows, { ...one, folder: 'gone' })).toEqual({ ...one, folder: '' });
  expect(nearestPlace(rows, { repository: 'acme/gone', folder: 'src' })).toEqual(EVERYWHERE);
  expect(nearestPlace(rows, { repository: '', folder: 'src' })).toEqual(EVERYWHERE);
});

test('every step to a place can be gone back to', () => {
  expect(placesAround({ repository: 'acme/one', folder: 'src/http' })).toEqual([
    { repository: '', folder: '', name: 'All repositories' },
    { repository: 'acme/one', folder: '', name: 'acme/one' },
    { repository: 'acme/one', folder: 'src', name: 'src' },
    { repository: 'acme/one', folder: 'src/http', name: 'http' },
  ]);
  expect(placesAround(EVERYWHERE)).toHaveLength(1);
});
