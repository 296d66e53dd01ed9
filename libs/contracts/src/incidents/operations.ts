import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { IncidentInput } from './incident.ts';

export const sendIncidents = defineOperation({
  id: 'sendIncidents',
  kind: 'mutation',
  method: 'POST',
  path: '/incidents',
  tag: 'Incidents',
  summary: 'Send incidents',
  description:
    'One transaction; idempotent by `source` and `externalId`. What a later sending leaves out stays as it was told, except for a state that can be taken back.',
  access: 'data:write',
  input: batchOf('incidents', IncidentInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      incidents: [
        {
          externalId: 'i-1',
          source: 'pager',
          workload: 'my-team',
          severity: 'high',
          openedAt: '2026-03-01T12:30:00Z',
          resolvedAt: '2026-03-01T13:10:00Z',
          causedByDeployment: 'd-1',
        },
      ],
    },
  },
});
