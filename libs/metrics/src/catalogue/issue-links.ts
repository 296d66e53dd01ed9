import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Which issue belongs to which change of a workload, as either of them tells it; each pair once. */
export const issueLinks = (workloads: readonly string[]): RawBuilder<unknown> => sql`
  select i.workload_id, i.external_id as issue, linked as change
  from issues i, unnest(i.linked_changes) as linked where i.workload_id = any(${[...workloads]})
  union
  select ch.workload_id, linked as issue, ch.external_id as change
  from changes ch, unnest(ch.linked_issues) as linked where ch.workload_id = any(${[...workloads]})`;
