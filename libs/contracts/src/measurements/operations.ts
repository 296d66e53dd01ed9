import { z } from 'zod';
import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { CommitSha, line, RepositoryName, SourceName, WorkloadId } from '../common/text.ts';
import { Timestamp } from '../common/time.ts';

/** One figure of a code analysis. Natural key: `source`, `repository`, `branch`, `metric`, `path`, `takenAt` within its workload. */
export const MeasurementInput = z.strictObject({
  source: SourceName,
  workload: WorkloadId,
  repository: RepositoryName,
  metric: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by dashes' })
    .describe('`lines-of-code`, `cyclomatic-complexity`, `duplicated-lines`, or a name of your own.'),
  value: z.number().min(-1e15).max(1e15),
  takenAt: Timestamp,
  branch: line(255).nullish().describe('Left out: counts as the default branch.'),
  commit: CommitSha.nullish(),
  path: line(4096)
    .nullish()
    .describe('The file that it was taken of; left out: the whole repository. Files rank the hotspots.'),
});
export type MeasurementInput = z.output<typeof MeasurementInput>;

export const sendMeasurements = defineOperation({
  id: 'sendMeasurements',
  kind: 'mutation',
  method: 'POST',
  path: '/measurements',
  tag: 'Measurements',
  summary: 'Send figures of a code analysis: lines of code, complexity, duplication',
  description:
    'One transaction; idempotent by `source`, `repository`, `branch`, `metric`, `path` and `takenAt`.',
  access: 'data:write',
  input: batchOf('measurements', MeasurementInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      measurements: [
        {
          source: 'my-analysis',
          workload: 'my-team',
          repository: 'acme/shop-api',
          metric: 'lines-of-code',
          value: 18250,
          takenAt: '2026-03-01T12:00:00Z',
        },
      ],
    },
  },
});
