import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { RowScope } from '../define-metric.ts';

/** `last`: only a run's last completed attempt counts; `all`: each attempt does. */
export const AttemptParameters = z.strictObject({ attempts: z.enum(['last', 'all']).default('last') });
export type AttemptParameters = z.output<typeof AttemptParameters>;

// Looked up in the small partial index of later attempts, so first attempts cost nothing.
const LAST_ATTEMPT = sql`not exists (
  select 1 from pipeline_runs later
  where later.workload_id = r.workload_id and later.source = r.source and later.external_id = r.external_id
    and later.attempt > r.attempt and later.attempt > 1 and later.status = 'completed')`;

/** The completed runs that finished in the scope, with the columns given beside the dimensions. */
export const completedRuns = (
  scope: RowScope,
  parameters: AttemptParameters,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select r.workload_id, r.finished_at as at, r.run_id::text as id, r.repository, r.job, r.branch, r.actor_name as actor,
    r.actor_kind, r.conclusion, r.source, r.stage, r.runner, ${columns}
  from pipeline_runs r
  where r.workload_id = any(${[...scope.workloads]}) and r.status = 'completed'
    and r.finished_at >= ${scope.from} and r.finished_at < ${scope.to}
    and ${parameters.attempts === 'all' ? sql`true` : LAST_ATTEMPT}`;
