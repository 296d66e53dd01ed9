import { sql } from 'kysely';
import { DEPLOYMENT_FREQUENCY_BANDS } from '../bands/dora.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { productionDeployments } from './production-deployments.ts';

export const deploymentFrequency = defineMetric({
  id: 'deployment-frequency',
  title: 'Deployment frequency',
  description: 'How often the team brings changes to production.',
  definition:
    'Distinct successful production deployments, in the bucket of their finish. Several repositories or commits deployed as one deployment (one `externalId` of a source) count once, at the finish of the last. Failed and cancelled ones don’t count.',
  unit: 'count',
  direction: 'up',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'environment', 'tag'],
  parameters: NoParameters,
  data: ['deployments'],
  bands: DEPLOYMENT_FREQUENCY_BANDS,
  headline: true,
  measure: {
    kind: 'count',
    explains: 'deployment',
    distinct: true,
    rows: (scope) => sql`select d.*, null as excluded from (${productionDeployments(scope)}) as d`,
  },
});
