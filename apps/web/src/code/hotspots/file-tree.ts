import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { textIn } from '../table/answer-table.tsx';
import type { Place } from './place.ts';
import { isIn } from './place.ts';

export interface FileLeaf {
  readonly name: string;
  /** The folder that it lies in. */
  readonly place: Place;
  readonly row: TableRow;
}

export interface FolderNode {
  /** Several parts where one folder holds nothing but the next: `src/main`. */
  readonly name: string;
  readonly place: Place;
  readonly folders: readonly FolderNode[];
  readonly files: readonly FileLeaf[];
}

const folderNode = (rows: readonly TableRow[], place: Place, name: string): FolderNode => {
  const depth = place.folder === '' ? 0 : place.folder.length + 1;
  const restOf = (row: TableRow): string => textIn(row, COLUMNS.path).slice(depth);
  const groups = Map.groupBy(rows, (row) => {
    const [first, ...rest] = restOf(row).split('/');
    return rest.length === 0 ? null : (first ?? '');
  });
  const files = (groups.get(null) ?? []).map((row) => ({ name: restOf(row), place, row }));
  const folders = [...groups].flatMap(([part, some]) => {
    if (part === null) return [];
    const folder = depth === 0 ? part : `${place.folder}/${part}`;
    return [folderNode(some, { ...place, folder }, part)];
  });
  const [only] = folders;
  if (files.length === 0 && folders.length === 1 && only && name !== '' && place.folder !== '')
    return { ...only, name: `${name}/${only.name}` };
  return { name, place, folders, files };
};

/** The files of a place as a tree: repositories, folders in folders, and files. */
export const fileTree = (rows: readonly TableRow[], place: Place): FolderNode => {
  const inside = rows.filter((row) => isIn(row, place));
  if (place.repository !== '') return folderNode(inside, place, '');
  const repositories = Map.groupBy(inside, (row) => textIn(row, COLUMNS.repository));
  return {
    ...{ name: '', place, files: [] },
    folders: [...repositories].map(([repository, some]) =>
      folderNode(some, { repository, folder: '' }, repository),
    ),
  };
};
