import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';

/**
 * Successful production deployments, a row for each repository and commit. Rows of one deployment share `id`
 * (`source/externalId`) and `at`, the finish of the last of them.
 */
export const productionDeployments = (scope: RowScope): RawBuilder<unknown> => sql`
  select * from (
    select d.workload_id, d.source || '/' || d.external_id as id, d.repository, d.environment, d.source, d.external_id,
      d.deployment_id, d.commit_sha, d.finished_at, d.unplanned, d.rolls_back, d.fixes_incident,
      max(d.finished_at) over (partition by d.workload_id, d.source, d.external_id) as at
    from deployments d
    where d.workload_id = any(${[...scope.workloads]}) and d.production and d.status = 'success' and d.finished_at is not null
  ) as whole
  where at >= ${scope.from} and at < ${scope.to}`;

/**
 * Each incident with the deployment that caused it: the one that it names, else the last successful production
 * deployment of its workload that finished, all of it, before it opened. One that names an unknown deployment has no
 * cause.
 */
export const incidentCauses = (workloads: readonly string[]): RawBuilder<unknown> => sql`
  select i.workload_id, i.source || '/' || i.external_id as incident, i.opened_at, i.resolved_at, cause.id as deployment_id
  from incidents i
  cross join lateral (
    (select d.source || '/' || d.external_id as id from deployments d
      where i.caused_by_deployment is not null and d.workload_id = i.workload_id and d.external_id = i.caused_by_deployment and d.production
      order by d.source = i.source desc, d.finished_at desc nulls last limit 1)
    union all
    (select d.source || '/' || d.external_id as id from deployments d
      where i.caused_by_deployment is null and d.workload_id = i.workload_id and d.production and d.status = 'success'
        and d.finished_at < i.opened_at
        and not exists (select 1 from deployments rest
          where rest.workload_id = d.workload_id and rest.source = d.source and rest.external_id = d.external_id
            and rest.production and rest.status = 'success' and rest.finished_at >= i.opened_at)
      order by d.finished_at desc, d.deployment_id desc limit 1)
  ) as cause
  where i.workload_id = any(${[...workloads]})`;
