import { readyDatabase } from '../../cluster/ready-database.ts';
import type { Postgres } from '../../cluster/postgres.ts';
import { History } from '../../history/history.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import type { Callers } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import type { Replica } from '../../replicas/replica.ts';

/** One server on a database that is going to fail. */
export interface Scene {
  readonly ground: Ground;
  readonly postgres: Postgres;
  readonly replica: Replica;
  readonly history: History;
  readonly actions: Actions;
  readonly callers: Callers;
}

/** Starts both; `directory` is where the database keeps its data. */
export const setScene = async (ground: Ground, directory?: string): Promise<Scene> => {
  const postgres = await readyDatabase(ground, {}, directory);
  const install = installation(ground, postgres.url());
  // With limits, since they are counted in the database too.
  const [replica] = await startFleet(ground, install, 1, { RATE_LIMIT: '1000000/1m' });
  if (!replica) throw new Error('there is no server');
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const callers = await firstCallers(actions, replica.url, install);
  return { ground, postgres, replica, history, actions, callers };
};
