import { readyDatabase } from '../../cluster/ready-database.ts';
import type { Ground } from '../../plan/ground.ts';
import { installation, makeReplica } from '../../replicas/fleet.ts';
import { isReady } from '../../replicas/is-ready.ts';
import type { Setting } from './setting.ts';

/** A server and a database of its own keeper: either may be killed. */
export const externalSetting = async (ground: Ground): Promise<Setting> => {
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const replica = await makeReplica(ground, install);
  await replica.start();
  return {
    name: 'external',
    install,
    replica,
    ask: (statement) => postgres.ask(statement),
    victims: [
      {
        name: 'server',
        kill: () => replica.kill(),
        comeBack: () => replica.start(),
      },
      {
        name: 'database',
        kill: () => postgres.kill(),
        comeBack: async () => {
          await postgres.start();
          // A server that took the loss of its database for its own end would be found here.
          if (!replica.isRunning) throw new Error('the server ended with its database');
          await isReady(replica.url, 1000);
        },
      },
    ],
  };
};
