import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { numberIn, textIn } from '../table/answer-table.tsx';

/** A file of some pair. */
export interface CoupledFile {
  readonly key: string;
  readonly repository: string;
  readonly path: string;
  /** As short as it can be while no other of them is called so. */
  readonly name: string;
}

/** Two files that change together; `a` and `b` are places in the list of files. */
export interface CoupledPair {
  readonly a: number;
  readonly b: number;
  readonly degree: number;
  readonly row: TableRow;
}

export const degreeOf = (row: TableRow): number => numberIn(row, COLUMNS.degree) ?? 0;

const filesOf = (row: TableRow): readonly Omit<CoupledFile, 'name'>[] => {
  const repository = textIn(row, COLUMNS.repository);
  return [textIn(row, COLUMNS.path), textIn(row, COLUMNS.coupledPath)].map((path) => ({
    key: `${repository} ${path}`,
    repository,
    path,
  }));
};

/** What tells the two files of a row from all others. */
export const fileKeys = (row: TableRow): string[] => filesOf(row).map(({ key }) => key);

/** The end of a path with so many of its parts; one more than it has: with its repository. */
const ending = ({ repository, path }: Omit<CoupledFile, 'name'>, parts: number): string => {
  const all = path.split('/');
  return parts > all.length ? `${path} (${repository})` : all.slice(-parts).join('/');
};

const named = (files: readonly Omit<CoupledFile, 'name'>[]): CoupledFile[] => {
  const longest = Math.max(0, ...files.map(({ path }) => path.split('/').length));
  return files.map((file) => {
    for (let parts = 1; parts <= longest; parts += 1) {
      const name = ending(file, parts);
      if (files.every((other) => other === file || ending(other, parts) !== name)) return { ...file, name };
    }
    return { ...file, name: `${file.path} (${file.repository})` };
  });
};

/**
 * The files with the most ties to others, at most so many, those of one repository side by side; and all pairs among
 * them.
 */
export const coupledFiles = (
  rows: readonly TableRow[],
  most: number,
): { readonly files: readonly CoupledFile[]; readonly pairs: readonly CoupledPair[] } => {
  const known = new Map<string, Omit<CoupledFile, 'name'> & { ties: number }>();
  for (const row of rows)
    for (const file of filesOf(row))
      known.set(file.key, { ...file, ties: (known.get(file.key)?.ties ?? 0) + degreeOf(row) });
  const strongest = [...known.values()].sort((a, b) => b.ties - a.ties).slice(0, most);
  const kept = new Set(strongest.map(({ key }) => key));
  // One whose every partner has no room is left out too.
  const tied = new Set(
    rows
      .map(filesOf)
      .flatMap((pair) => (pair.every(({ key }) => kept.has(key)) ? pair : []))
      .map(({ key }) => key),
  );
  const files = named(strongest.filter(({ key }) => tied.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1)));
  const places = new Map(files.map(({ key }, index) => [key, index]));
  const pairs = rows.flatMap((row) => {
    const [a, b] = filesOf(row).map(({ key }) => places.get(key));
    return a === undefined || b === undefined ? [] : [{ a, b, degree: degreeOf(row), row }];
  });
  return { files, pairs };
};
