import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const productionIncidents = defineMetric({
  id: 'production-incidents',
  title: 'Production incidents',
  description: 'How many incidents were opened.',
  definition:
    'Incidents opened, in the bucket of the opening, whether they are resolved or not. One that is sent again, or opened again after its resolution, stays one.',
  unit: 'count',
  direction: 'down',
  fill: 'zero',
  dimensions: ['workload', 'severity', 'tag'],
  parameters: NoParameters,
  data: ['incidents'],
  measure: {
    kind: 'count',
    explains: 'incident',
    rows: (scope) => sql`
      select i.workload_id, i.opened_at as at, i.source || '/' || i.external_id as id, i.severity, i.source, null as excluded
      from incidents i
      where i.workload_id = any(${[...scope.workloads]}) and i.opened_at >= ${scope.from} and i.opened_at < ${scope.to}`,
  },
});
