import type { Client } from 'pg';
import { waitFor } from '../../plan/wait.ts';
import type { Outage } from './outage.ts';
import type { Scene } from './scene.ts';

const END_OTHERS = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'codemetrics' and application_name = 'codemetrics'`;

/** Somebody else takes every connection that the database has. */
export const takenConnections = ({ postgres }: Scene): Outage => {
  const taken: Client[] = [];
  const takeAll = async (): Promise<void> => {
    for (;;) {
      try {
        taken.push(await postgres.connect('role'));
      } catch {
        return;
      }
    }
  };
  return {
    name: 'connections taken',
    awayMs: 4000,
    isTotal: false,
    goAway: async () => {
      await takeAll();
      // Those that the server still has are ended, and taken too, until it has none.
      for (let round = 0; round < 10; round++) {
        // One that is only being refused takes a place too, even one of the superuser’s.
        await waitFor('a place for the superuser', 5000, () =>
          postgres.ask(END_OTHERS).catch(() => undefined),
        );
        await takeAll();
      }
    },
    comeBack: async () => {
      await Promise.all(taken.map((client) => client.end()));
    },
  };
};
