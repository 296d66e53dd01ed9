import { listWorkloads as listRows } from '@codemetrics/database';
import { known } from '../actor.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { toWorkload } from './to-workload.ts';

export const listWorkloads: Verb<'workloads', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(
    input.cursor,
    'workloads',
    (parts): parts is [string] => typeof parts[0] === 'string',
  );
  const rows = await listRows(deps.db, {
    only: known(actor).workloads,
    after: cursor?.[0],
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  return {
    workloads: page.map(toWorkload),
    nextCursor: rows.length > input.limit ? encodeCursor('workloads', [page.at(-1)!.workload_id]) : null,
  };
};
