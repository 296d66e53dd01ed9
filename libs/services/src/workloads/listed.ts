import type { Executor } from '@codemetrics/database';
import { listWorkloads } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';
import { requireWorkloads } from './access.ts';

interface Asked {
  readonly workload?: string | undefined;
  readonly workloads?: readonly string[] | undefined;
}

/** The workloads that a listing reads: those that are named, if the caller may see them, else all that they may see. */
export const listedWorkloads = async (db: Executor, actor: Actor, asked: Asked): Promise<string[]> => {
  const named = [...new Set([...(asked.workloads ?? []), ...(asked.workload ? [asked.workload] : [])])];
  if (named.length === 0)
    return (await listWorkloads(db, { only: known(actor).workloads })).map((row) => row.workload_id);
  await requireWorkloads(db, actor, named);
  return named;
};
