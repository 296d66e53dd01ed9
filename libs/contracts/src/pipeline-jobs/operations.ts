import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { PipelineJobInput } from './pipeline-job.ts';

export const sendPipelineJobs = defineOperation({
  id: 'sendPipelineJobs',
  kind: 'mutation',
  method: 'POST',
  path: '/pipeline/jobs',
  tag: 'Pipeline runs',
  summary: 'Send the jobs of pipeline runs',
  description:
    'One transaction; idempotent by `source` and `externalId`. A run’s cost is that of its jobs; a completed job is never set back by a late message.',
  access: 'data:write',
  input: batchOf('jobs', PipelineJobInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      jobs: [
        {
          externalId: '4711-1',
          source: 'my-ci',
          workload: 'my-team',
          repository: 'acme/shop-api',
          run: '4711',
          name: 'unit tests',
          stage: 'test',
          runner: 'ubuntu-latest',
          status: 'completed',
          conclusion: 'success',
          queuedAt: '2026-03-01T12:00:02Z',
          startedAt: '2026-03-01T12:00:10Z',
          finishedAt: '2026-03-01T12:03:40Z',
        },
      ],
    },
  },
});
