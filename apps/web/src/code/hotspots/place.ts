import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { textIn } from '../table/answer-table.tsx';

/** A folder of a repository; without a repository all of them, without a folder all of the repository. */
export interface Place {
  readonly repository: string;
  readonly folder: string;
}

export const EVERYWHERE: Place = { repository: '', folder: '' };

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.repository === b.repository && a.folder === b.folder;

/** The folder that a path lies in; empty at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const isIn = (row: TableRow, { repository, folder }: Place): boolean =>
  (repository === '' || textIn(row, COLUMNS.repository) === repository) &&
  (folder === '' || textIn(row, COLUMNS.path).startsWith(`${folder}/`));

/** The place itself where there are files in it, else the nearest around it that has some. */
export const nearestPlace = (rows: readonly TableRow[], place: Place): Place => {
  const asked = place.repository === '' ? EVERYWHERE : place;
  if (isSamePlace(asked, EVERYWHERE) || rows.some((row) => isIn(row, asked))) return asked;
  if (asked.folder === '') return EVERYWHERE;
  return nearestPlace(rows, { ...asked, folder: folderOf(asked.folder) });
};

/** The places around a place, from everywhere down to itself, each with its own name. */
export const placesAround = ({ repository, folder }: Place): readonly (Place & { name: string })[] => {
  const parts = folder === '' ? [] : folder.split('/');
  return [
    { ...EVERYWHERE, name: 'All repositories' },
    ...(repository === '' ? [] : [{ repository, folder: '', name: repository }]),
    ...parts.map((name, index) => ({ repository, folder: parts.slice(0, index + 1).join('/'), name })),
  ];
};
