import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIGURES_DIRECTORY } from './figures-file.ts';
import type { Ground } from './ground.ts';

/** Keeps what the servers and databases of a failed part printed, and gives the folder. */
export const keepLogs = async (ground: Ground, part: string): Promise<string> => {
  const folder = join(FIGURES_DIRECTORY, `${part}-logs`);
  await mkdir(folder, { recursive: true });
  for (const [number, replica] of ground.replicas.entries())
    await writeFile(join(folder, `server-${number + 1}.log`), replica.output);
  for (const [number, { directory }] of ground.databases.entries())
    await copyFile(`${directory}.log`, join(folder, `postgres-${number + 1}.log`)).catch(() => undefined);
  return folder;
};
