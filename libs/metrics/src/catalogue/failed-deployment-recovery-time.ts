import { sql } from 'kysely';
import { RECOVERY_TIME_BANDS } from '../bands/dora.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { incidentCauses, productionDeployments } from './production-deployments.ts';

export const failedDeploymentRecoveryTime = defineMetric({
  id: 'failed-deployment-recovery-time',
  title: 'Failed deployment recovery time',
  description: 'How long it takes to recover from a deployment that failed in production.',
  definition:
    'For each incident that a production deployment caused: incident resolved − the deployment’s finish; median (interpolated) with p75, p90 and p95 over the incidents, in the bucket of the deployment’s finish. The cause is told as for change-failure-rate. An incident that is unresolved, or resolved before the deployment finished, is left out and counted in `excluded`.',
  unit: 'seconds',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'environment', 'tag'],
  parameters: NoParameters,
  data: ['deployments', 'incidents'],
  bands: RECOVERY_TIME_BANDS,
  headline: true,
  measure: {
    kind: 'distribution',
    explains: 'incident',
    distinct: true,
    exclusions: ['unresolved', 'negative-duration'],
    rows: (scope) => sql`
      select d.workload_id, d.at, c.incident as id, d.repository, d.environment, d.source,
        extract(epoch from c.resolved_at - d.at)::float8 as value,
        case when c.resolved_at is null then 'unresolved' when c.resolved_at < d.at then 'negative-duration' end as excluded
      from (${productionDeployments(scope)}) as d
      join (${incidentCauses(scope.workloads)}) as c on c.workload_id = d.workload_id and c.deployment_id = d.id`,
  },
});
