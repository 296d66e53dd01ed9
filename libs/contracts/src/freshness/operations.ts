import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { WorkloadId } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

/** How new the data of one kind is. */
export const Freshness = z
  .object({
    data: z.string().describe('A kind of data, as the catalogue names it in `data`.'),
    newest: TimestampOut.nullable().describe('When the newest of it happened; null: there is none.'),
    received: TimestampOut.nullable().describe(
      'When a row of it was first received last; null: there is none, or its rows do not tell.',
    ),
  })
  .meta({ id: 'Freshness' });
export type Freshness = z.output<typeof Freshness>;

export const getWorkloadFreshness = defineOperation({
  id: 'getWorkloadFreshness',
  kind: 'query',
  method: 'GET',
  path: '/workloads/{id}/freshness',
  tag: 'Workloads',
  summary: 'Read how new a workload’s data is, by kind',
  description:
    'A row that is sent again, changed or not, was received when it came first. Commits, jobs of runs and measurements do not tell when they were received.',
  access: 'data:read',
  input: z.strictObject({ id: WorkloadId }),
  output: z.object({ workload: z.string(), data: z.array(Freshness) }),
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
});
