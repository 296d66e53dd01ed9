import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept } from '../plan/keeper.ts';
import { waitFor } from '../plan/wait.ts';
import { Postgres } from './postgres.ts';
import { runProgram } from './programs.ts';
import type { Template } from './template.ts';
import { ROLE } from './template.ts';

const STANDBY = 'standby';

/** A primary that acknowledges a commit only once its standby has it too. */
export interface Pair extends Kept {
  readonly primary: Postgres;
  readonly standby: Postgres;
}

/** Makes both from the template, starts them and waits until the standby is the synchronous one. */
export const startPair = async (template: Template, directory: string): Promise<Pair> => {
  const primary = await Postgres.copyOf(template, `${directory}-primary`, {
    synchronous_standby_names: STANDBY,
    synchronous_commit: 'on',
  });
  const standbyDirectory = `${directory}-standby`;
  await runProgram(template.programs, 'cp', ['-a', template.directory, standbyDirectory]);
  await writeFile(join(standbyDirectory, 'standby.signal'), '');
  await runProgram(template.programs, 'test', ['-r', join(standbyDirectory, 'standby.signal')]);
  const standby = await Postgres.on(template, standbyDirectory, {
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=${ROLE} password=${template.password} application_name=${STANDBY}`,
    hot_standby: 'on',
  });
  const pair = {
    primary,
    standby,
    end: async () => {
      await standby.end();
      await primary.end();
    },
    endAtOnce: () => {
      standby.endAtOnce();
      primary.endAtOnce();
    },
  };
  try {
    await primary.start();
    await standby.start();
    await waitFor('a synchronous standby', 30_000, async () => {
      const [row] = await primary.ask('select sync_state from pg_stat_replication');
      return row?.['sync_state'] === 'sync' ? true : undefined;
    });
    return pair;
  } catch (error) {
    await pair.end();
    throw error;
  }
};

/** Makes the standby the primary; it takes writes when this returns. */
export const promote = async (standby: Postgres): Promise<void> => {
  const [row] = await standby.ask('select pg_promote(true, 30) as done');
  if (row?.['done'] !== true) throw new Error('the standby was not promoted');
};
