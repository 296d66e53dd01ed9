import { join } from 'node:path';
import type { Ground } from '../plan/ground.ts';
import { Postgres } from './postgres.ts';

/** A database of the part’s own that answers; it ends with the part. */
export const readyDatabase = async (
  ground: Ground,
  settings: Readonly<Record<string, string>> = {},
  directory = join(ground.directory, 'postgres'),
): Promise<Postgres> => {
  const postgres = ground.keeper.keep(await Postgres.copyOf(ground.template, directory, settings));
  ground.databases.push(postgres);
  await postgres.start();
  return postgres;
};
