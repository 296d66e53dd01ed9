import type { Client } from 'pg';
import { isAlive } from './people.ts';
import { plantWorkload } from './planted-workloads.ts';
import { renewThrowAway } from './throw-away.ts';
import type { World } from './world.ts';
import { plantedWorkloads } from './world.ts';

/** Credentials that no generated call may end. */
const LASTING = [
  'admin-session',
  'editor-session',
  'viewer-session',
  'limited-session',
  'reader-token',
  'writer-token',
];

/** A credential was lost that nothing should have ended. */
export class WorldLost extends Error {
  override readonly name = 'WorldLost';
}

const MOST_CHANGES = 40;

const lastChanges = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ', at, actor, action, target, details) as line from audit_entries
     where outcome = 'success' and action !~ '^(workloads|sources|queries)' order by sequence desc limit ${MOST_CHANGES}`,
  );
  return rows.map(({ line }) => line).join('\n');
};

const mendWorkloads = async (world: World, client: Client, admin: string): Promise<void> => {
  const { rows } = await client.query<{ id: string }>('select workload_id as id from workloads');
  const there = new Set(rows.map((row) => row.id));
  for (const [id, mark] of plantedWorkloads(world.hidden))
    if (!there.has(id)) await plantWorkload(world.api, admin, id, mark);
};

/** Puts back what accepted calls took away: planted workloads, throw-away credentials, tries to sign in. */
export const mendWorld = async (world: World, client: Client): Promise<void> => {
  const { api, credentials, throwAway } = world;
  await client.query('delete from sign_in_limits');
  for (const name of LASTING)
    if (!(await isAlive(api, credentials.tokens.get(name) ?? '')))
      throw new WorldLost(
        `the ${name} is refused now, though no call should have ended it\n${await lastChanges(client)}`,
      );
  const admin = credentials.tokens.get('admin-session')!;
  await mendWorkloads(world, client, admin);
  for (const name of ['throw-away-session', 'throw-away-token']) {
    const token = credentials.tokens.get(name);
    if (token !== undefined && (await isAlive(api, token))) continue;
    return renewThrowAway(api, admin, credentials, throwAway);
  }
};

/** Takes away what heavy calls left, and plants anew: deleting a million rows would hold up the calls that follow. */
export const clearHeavyRows = async (world: World, client: Client): Promise<void> => {
  const { rows } = await client.query<{ id: string }>('select workload_id as id from workloads');
  for (const { id } of rows)
    await world.api('DELETE', `/workloads/${id}`, world.credentials.tokens.get('admin-session'));
  await mendWorld(world, client);
};
