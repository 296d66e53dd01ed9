import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line, RepositoryName, WorkloadId } from '../common/text.ts';
import { DateOrTimestamp, endOf, startOf } from '../common/time.ts';
import { Deployment, DeploymentStatus } from './deployment.ts';

export const listDeployments = defineOperation({
  id: 'listDeployments',
  kind: 'query',
  method: 'GET',
  path: '/deployments',
  tag: 'Deployments',
  summary: 'List deployments by their finish, newest first',
  description:
    'A deployment that has not finished stands at its start; one of which no time is known comes last, and lies in no range of times.',
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
      repository: RepositoryName.optional(),
      environment: line(200).optional(),
      production: z.boolean().optional().describe('Only those to production, or only the others.'),
      status: z.array(DeploymentStatus).min(1).max(5).optional(),
      start: DateOrTimestamp.optional(),
      end: DateOrTimestamp.optional(),
    })
    .refine((input) => !input.start || !input.end || startOf(input.start) < endOf(input.end), {
      error: 'end lies before start',
      path: ['end'],
    }),
  output: z.object({ deployments: z.array(Deployment), nextCursor }),
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden', 'invalid-cursor'],
});
