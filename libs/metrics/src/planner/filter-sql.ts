import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Filters } from '@codemetrics/contracts';

/** The filters that read a column of the rows, which are named `f`. */
export const filterSql = (filters: Filters): RawBuilder<unknown> => {
  const any = (column: string, values: readonly string[] | undefined) =>
    values === undefined ? undefined : sql`${sql.raw(column)} = any(${[...values]})`;
  const parts = [
    any('f.repository', filters.repositories),
    any('f.job', filters.jobs),
    any('f.branch', filters.branches),
    any('f.stage', filters.stages),
    any('f.environment', filters.environments),
    any('f.source', filters.sources),
    filters.actors === 'human' ? sql`f.actor_kind is distinct from 'bot'` : undefined,
    filters.actors === 'bot' ? sql`f.actor_kind = 'bot'` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
};
