import type { Outage } from './outage.ts';
import type { Scene } from './scene.ts';

/** Somebody holds tables locked, as a careless migration or a backup does. */
export const lockedTables = (
  { postgres }: Scene,
  name: string,
  tables: readonly string[],
  isTotal: boolean,
): Outage => {
  const holders: Awaited<ReturnType<typeof postgres.connect>>[] = [];
  return {
    name,
    awayMs: 4000,
    isTotal,
    goAway: async () => {
      // One connection a table: one that waited for the second while it held the first would end in a deadlock.
      for (const table of tables) {
        const holder = await postgres.connect();
        holders.push(holder);
        await holder.query('begin');
        await holder.query(`lock table ${table} in access exclusive mode`);
      }
    },
    comeBack: async () => {
      await Promise.all(holders.map((holder) => holder.query('rollback')));
      await Promise.all(holders.map((holder) => holder.end()));
    },
  };
};
