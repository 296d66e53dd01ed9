import { sql } from 'kysely';
import type { Executor } from '../../connect/connect.ts';
import type { Database } from '../../tables/index.ts';
import type { SourceRowsWanted } from './source-row.ts';

type Keyed = 'pipeline_jobs' | 'deployments' | 'incidents' | 'changes' | 'issues';

/** A row with the id that asks for it. */
export type Found<T> = T & { readonly id: string };

/** Rows whose ids are `source/externalId`. A source's name has no slash, so the first one divides. */
export const rowsByExternalId = async <T extends Keyed>(
  db: Executor,
  table: T,
  { workloads, ids }: SourceRowsWanted,
): Promise<Found<Database[T]>[]> => {
  const pairs = ids.map((id) => [id, id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)] as const);
  const { rows } = await sql<Found<Database[T]>>`
    select t.*, asked.id
    from unnest(${pairs.map(([id]) => id)}::text[], ${pairs.map(([, source]) => source)}::text[],
      ${pairs.map(([, , external]) => external)}::text[]) as asked(id, source, external_id)
    join ${sql.table(table)} t on t.workload_id = any(${[...workloads]}) and t.source = asked.source
      and t.external_id = asked.external_id`.execute(db);
  return rows;
};

/** The parts of ids that name a commit: `repository@sha`, and after a slash whatever follows. */
export const commitParts = (
  ids: readonly string[],
): readonly {
  readonly id: string;
  readonly repository: string;
  readonly sha: string;
  readonly rest: string;
}[] =>
  ids.flatMap((id) => {
    const parts = /^(.+?)@([0-9a-f]{7,64})(?:\/(.*))?$/s.exec(id);
    return parts ? [{ id, repository: parts[1]!, sha: parts[2]!, rest: parts[3] ?? '' }] : [];
  });
