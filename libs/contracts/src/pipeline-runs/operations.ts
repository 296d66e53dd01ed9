import { z } from 'zod';
import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line, RepositoryName, WorkloadId } from '../common/text.ts';
import { DateOrTimestamp, endOf, startOf } from '../common/time.ts';
import { Deployment } from '../deployments/deployment.ts';
import { fromOlderListing } from '../queries/older-query.ts';
import { PipelineJob } from '../pipeline-jobs/pipeline-job.ts';
import { PipelineRun, PipelineRunInput, RunConclusion, RunStatus } from './pipeline-run.ts';

const tag = 'Pipeline runs';

export const listPipelineRuns = defineOperation({
  id: 'listPipelineRuns',
  kind: 'query',
  method: 'GET',
  path: '/pipeline/runs',
  tag,
  summary: 'List pipeline runs by start, newest first where `order` says nothing else',
  description:
    'A run that has not started stands at the time it was queued. `startDate` and `endDate` are understood as `start` and `end`, and lists with commas.',
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
      jobGroups: z
        .array(line(100))
        .min(1)
        .max(100)
        .optional()
        .describe('Stages, or the part of a job’s name before its first `/`.'),
      repository: RepositoryName.optional(),
      job: line(255).optional(),
      branch: line(255).optional(),
      status: z.array(RunStatus).min(1).max(3).optional(),
      conclusion: z.array(RunConclusion).min(1).max(6).optional(),
      actor: line(200).optional(),
      event: line(100).optional(),
      start: DateOrTimestamp.optional(),
      end: DateOrTimestamp.optional(),
      order: z
        .enum(['newest', 'oldest'])
        .default('newest')
        .describe('Which comes first; read on with the same one.'),
    })
    .refine((input) => !input.start || !input.end || startOf(input.start) < endOf(input.end), {
      error: 'end lies before start',
      path: ['end'],
    }),
  output: z.object({ runs: z.array(PipelineRun), nextCursor }),
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden', 'invalid-cursor'],
  rest: { reshape: fromOlderListing },
});

export const getPipelineRun = defineOperation({
  id: 'getPipelineRun',
  kind: 'query',
  method: 'GET',
  path: '/pipeline/runs/{runId}',
  tag,
  summary: 'Read one run, its jobs, its other attempts, and the deployments that followed',
  description:
    '`attempts` are the other attempts of the same run; `deployments` are those of the same repository and commit that finished after the run began.',
  access: 'data:read',
  input: z.strictObject({ runId: z.uuid() }),
  output: PipelineRun.extend({
    attempts: z.array(PipelineRun),
    jobs: z.array(PipelineJob),
    deployments: z.array(Deployment),
  }),
  status: 200,
  problems: ['not-found'],
});

export const sendPipelineRuns = defineOperation({
  id: 'sendPipelineRuns',
  kind: 'mutation',
  method: 'POST',
  path: '/pipeline/runs',
  tag,
  summary: 'Send pipeline runs',
  description:
    'One transaction; idempotent by `source`, `externalId` and `attempt`. A completed run is never set back to running by a late message.',
  access: 'data:write',
  input: batchOf('runs', PipelineRunInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      runs: [
        {
          externalId: '4711',
          source: 'my-ci',
          workload: 'my-team',
          repository: 'acme/shop-api',
          job: 'build',
          branch: 'main',
          commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
          event: 'push',
          status: 'completed',
          conclusion: 'success',
          queuedAt: '2026-03-01T11:59:30Z',
          startedAt: '2026-03-01T12:00:00Z',
          finishedAt: '2026-03-01T12:04:12Z',
          actor: { name: 'jo', kind: 'user' },
        },
      ],
    },
  },
});
