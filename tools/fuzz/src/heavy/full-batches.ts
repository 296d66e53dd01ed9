import { isObject } from '../generate/places.ts';
import type { HeavyText } from './heavy-texts.ts';

const ROWS = 1000;
const FILES = 80;
/** The most that a JSON body may be. */
const MOST_BYTES = 5 * 1024 * 1024;
/** What tells one row from another, where rows have it. */
const KEYS = ['externalId', 'sha', 'id', 'path'];

const numbered = (row: Readonly<Record<string, unknown>>, index: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (!KEYS.includes(name)) return [name, value];
      return [name, name === 'sha' ? index.toString(16).padStart(40, 'f') : `row-${index}`];
    }),
  );

const withFiles = (row: Record<string, unknown>): Record<string, unknown> =>
  'files' in row
    ? {
        ...row,
        files: Array.from({ length: FILES }, (_, at) => ({
          path: `src/file-${at}.ts`,
          addedLines: at,
          deletedLines: 1,
        })),
      }
    : row;

/** As many rows as may be sent at once: right ones, and the same with every row wrong. */
export const fullBatches = (example: unknown): readonly HeavyText[] => {
  if (!isObject(example)) return [];
  const lists = Object.entries(example).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  const [list] = lists;
  if (!list || !isObject(list[1][0])) return [];
  const [name, [row]] = [list[0], list[1] as [Record<string, unknown>]];
  const batch = (change: (one: Record<string, unknown>) => unknown): string => {
    const rows = Array.from({ length: ROWS }, (_, index) => change(withFiles(numbered(row, index))));
    const text = JSON.stringify({ ...example, [name]: rows });
    return text.length < MOST_BYTES ? text : JSON.stringify({ ...example, [name]: rows.slice(0, ROWS / 2) });
  };
  return [
    { what: 'a full batch', text: () => batch((one) => one) },
    { what: 'the same full batch again', text: () => batch((one) => one) },
    {
      what: 'a full batch of wrong rows',
      text: () => batch((one) => ({ ...one, x: 1, workload: '', repository: 0 })),
    },
    { what: 'a full batch of numbers', text: () => batch(() => 0) },
  ];
};
