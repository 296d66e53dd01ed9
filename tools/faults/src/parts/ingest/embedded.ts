import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Ground } from '../../plan/ground.ts';
import { waitFor } from '../../plan/wait.ts';
import { childrenOf, isRunning, signalTo } from '../../processes/process-tree.ts';
import { installation, makeReplica } from '../../replicas/fleet.ts';
import type { Setting } from './setting.ts';

/** The first lines of `postmaster.pid`: the process, and the port in the fourth. */
const postmasterOf = async (directory: string): Promise<{ pid: number; port: number } | undefined> => {
  const text = await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  return pid === undefined || port === undefined ? undefined : { pid: Number(pid), port: Number(port) };
};

const killTree = (pid: number): void => {
  const children = childrenOf(pid);
  signalTo(pid, 'SIGSTOP');
  for (const one of [...children, pid]) signalTo(one, 'SIGKILL');
};

/** A server that owns its database: either may be killed, and the server sees to the database. */
export const embeddedSetting = async (ground: Ground): Promise<Setting> => {
  const install = installation(ground, undefined);
  const directory = install.env['DATA_DIR']!;
  // Only a postmaster that this setting’s own server started is ever ended here.
  let known: number | undefined;
  ground.keeper.keep({
    end: () => Promise.resolve(known !== undefined && isRunning(known) ? killTree(known) : undefined),
    endAtOnce: () => (known !== undefined && isRunning(known) ? killTree(known) : undefined),
  });
  const replica = await makeReplica(ground, install);
  const look = async () => {
    const found = await postmasterOf(directory);
    known = found?.pid ?? known;
    return found;
  };
  await replica.start();
  await look();
  return {
    name: 'embedded',
    install,
    replica,
    ask: async (statement) => {
      const found = await look();
      const password = (await readFile(join(directory, 'postgres-password'), 'utf8')).trim();
      const client = new pg.Client({
        ...{ host: '127.0.0.1', port: found?.port, user: 'codemetrics', password, database: 'codemetrics' },
      });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    victims: [
      {
        name: 'server',
        kill: async () => {
          await look();
          await replica.kill();
        },
        comeBack: () =>
          replica
            .start()
            .then(look)
            .then(() => undefined),
      },
      {
        name: 'database',
        kill: async () => {
          const pid = (await look())?.pid;
          if (pid === undefined) return;
          killTree(pid);
          await waitFor('the end of the database', 5000, () => (isRunning(pid) ? undefined : true), 5);
        },
        comeBack: async () => {
          // Killed too often in a while, the server gives up on it: then its keeper starts it again.
          await waitFor('the database or the end of its server', 60_000, async () => {
            if (!replica.isRunning) return true;
            const found = await look();
            return found !== undefined && isRunning(found.pid) ? true : undefined;
          });
          if (!replica.isRunning) await replica.start();
          await look();
        },
      },
    ],
  };
};
