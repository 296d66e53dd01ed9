import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line, WorkloadId } from '../common/text.ts';
import { DateOrTimestamp, endOf, startOf } from '../common/time.ts';
import { Incident, IncidentStatus } from './incident.ts';

export const listIncidents = defineOperation({
  id: 'listIncidents',
  kind: 'query',
  method: 'GET',
  path: '/incidents',
  tag: 'Incidents',
  summary: 'List incidents by when they opened, newest first',
  access: 'data:read',
  input: z
    .strictObject({
      ...pageInput,
      workload: WorkloadId.optional().describe('Left out: every workload that the caller may see.'),
      workloads: z
        .array(WorkloadId)
        .min(1)
        .max(1000)
        .optional()
        .describe('Several workloads, in place of one.'),
      status: IncidentStatus.optional().describe('Only those that are still open, or only the resolved.'),
      severity: z.array(line(50)).min(1).max(50).optional(),
      start: DateOrTimestamp.optional(),
      end: DateOrTimestamp.optional(),
    })
    .refine((input) => !input.start || !input.end || startOf(input.start) < endOf(input.end), {
      error: 'end lies before start',
      path: ['end'],
    }),
  output: z.object({ incidents: z.array(Incident), nextCursor }),
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden', 'invalid-cursor'],
});
