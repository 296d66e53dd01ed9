import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { PRODUCTION_NAME } from '@codemetrics/contracts';
import type { RowScope } from '../define-metric.ts';

/** What trackers call a bug. */
export const IS_BUG = sql<boolean>`lower(i.type) in ('bug', 'defect')`;

/** The same names of an environment that make a deployment one to production. */
export const FOUND_IN_PRODUCTION = sql<boolean>`i.environment_found ~* ${PRODUCTION_NAME.source}`;

/** The bugs that were opened in the scope, or with `from` null at any time before its end. */
export const openedBugs = (
  scope: RowScope,
  columns: RawBuilder<unknown>,
  from: RawBuilder<Date> | null = scope.from,
): RawBuilder<unknown> => sql`
  select i.workload_id, i.opened_at as at, i.source || '/' || i.external_id as id, i.repository, i.priority, i.source, ${columns}
  from issues i
  where i.workload_id = any(${[...scope.workloads]}) and ${IS_BUG} and i.opened_at < ${scope.to}
    and ${from === null ? sql`true` : sql`i.opened_at >= ${from}`}`;
