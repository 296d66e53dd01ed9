import { sql } from 'kysely';
import { CHANGE_FAILURE_BANDS } from '../bands/dora.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { incidentCauses, productionDeployments } from './production-deployments.ts';

export const changeFailureRate = defineMetric({
  id: 'change-failure-rate',
  title: 'Change failure rate',
  description: 'The share of production deployments that led to a failure.',
  definition:
    'Successful production deployments with at least one failure ÷ successful production deployments × 100, in the bucket of the deployment’s finish. A failure is an incident whose cause is that deployment: named by `causedByDeployment`, or else the last successful production deployment of the workload that finished before the incident opened. Several incidents of one deployment are one failure.',
  unit: 'percent',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'environment', 'tag'],
  parameters: NoParameters,
  data: ['deployments', 'incidents'],
  bands: CHANGE_FAILURE_BANDS,
  headline: true,
  measure: {
    kind: 'ratio',
    explains: 'deployment',
    distinct: true,
    rows: (scope) => sql`
      select d.*, null as excluded, (failed.deployment_id is not null)::int as numerator
      from (${productionDeployments(scope)}) as d
      left join (select distinct workload_id, deployment_id from (${incidentCauses(scope.workloads)}) as causes) as failed
        on failed.workload_id = d.workload_id and failed.deployment_id = d.id`,
  },
});
