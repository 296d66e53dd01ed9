import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whose state it is. */
export interface StateKey {
  readonly server: string;
  readonly workload: string;
  readonly repository: string;
}

/** How far an import came. */
export interface State {
  /** The last commit that the server acknowledged, with every commit that was read before it. */
  readonly last: string;
  /** When the workload was made: another time means another workload, which knows nothing yet. */
  readonly workloadCreated: string | null;
}

/** Holds the state of one import from one run to the next. */
export interface StateFile {
  /** null where there is none, or none that can be read. */
  read(): Promise<State | null>;
  write(state: State): Promise<void>;
}

const isState = (value: unknown): value is State =>
  typeof value === 'object' &&
  value !== null &&
  'last' in value &&
  /^[0-9a-f]{40,64}$/.test(String(value.last)) &&
  'workloadCreated' in value &&
  (value.workloadCreated === null || typeof value.workloadCreated === 'string');

/** Opens the state of one (server, workload, repository). */
export const openStateFile = (directory: string, key: StateKey): StateFile => {
  const { server, workload, repository } = key;
  const hash = createHash('sha256')
    .update(JSON.stringify([server, workload, repository]))
    .digest('hex');
  const path = join(directory, `import-git-${hash.slice(0, 24)}.json`);
  return {
    read: async () => {
      try {
        const state: unknown = JSON.parse(await readFile(path, 'utf8'));
        return isState(state) ? state : null;
      } catch (error) {
        if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (state) => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Renamed into place, so that a run that is ended half-way leaves the old state or the new one.
      const draft = `${path}.${process.pid}`;
      try {
        await writeFile(draft, `${JSON.stringify({ ...key, ...state }, null, 2)}\n`, { mode: 0o600 });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
};
