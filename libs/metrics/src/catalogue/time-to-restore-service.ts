import { sql } from 'kysely';
import { RESTORE_TIME_BANDS } from '../bands/dora.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const timeToRestoreService = defineMetric({
  id: 'time-to-restore-service',
  title: 'Time to restore service',
  description: 'How long an incident lasts until it is resolved.',
  definition:
    'Incident resolved − opened, median (interpolated) with p75, p90 and p95 over the incidents, in the bucket of the resolution. Unresolved incidents have no bucket yet. One resolved before it opened is left out and counted in `excluded`.',
  unit: 'seconds',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'severity', 'tag'],
  parameters: NoParameters,
  data: ['incidents'],
  bands: RESTORE_TIME_BANDS,
  measure: {
    kind: 'distribution',
    explains: 'incident',
    exclusions: ['negative-duration'],
    rows: (scope) => sql`
      select i.workload_id, i.resolved_at as at, i.source || '/' || i.external_id as id, i.severity, i.source,
        extract(epoch from i.resolved_at - i.opened_at)::float8 as value,
        case when i.resolved_at < i.opened_at then 'negative-duration' end as excluded
      from incidents i
      where i.workload_id = any(${[...scope.workloads]}) and i.resolved_at >= ${scope.from} and i.resolved_at < ${scope.to}`,
  },
});
