import { parseArgs } from 'node:util';
import type { Part } from './part.ts';

export interface Options {
  readonly parts: readonly Part[];
  readonly isQuick: boolean;
  readonly isList: boolean;
  /** A folder with the programs of another PostgreSQL. */
  readonly postgres: string | undefined;
}

export const USAGE = 'usage: npm run test:faults [-- [--quick] [--list] [--postgres FOLDER] PART…]';

/** What the command line asks for, or what is wrong with it. */
export const readOptions = (args: string[], all: readonly Part[]): Options | string => {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        postgres: { type: 'string' },
      },
    });
    const unknown = positionals.filter((name) => !all.some((part) => part.name === name));
    if (unknown.length > 0) return `there is no part ${unknown.join(', ')}`;
    const parts = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    return { parts, isQuick: values.quick, isList: values.list, postgres: values.postgres };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
