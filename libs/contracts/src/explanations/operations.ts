import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { line, WorkloadId } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

/** What a source row is: the thing that a metric counts, measures or judges. */
export const SourceRowKind = z.enum([
  'run',
  'retried-commit',
  'job',
  'deployment',
  'incident',
  'commit',
  'delivered-commit',
  'change',
  'issue',
  'coverage-report',
  'test-report',
  'retried-test',
  'measurement',
  'finding',
]);
export type SourceRowKind = z.output<typeof SourceRowKind>;

/** One fact about a source row. A `time` is RFC 3339; `seconds`, `lines`, `percent` and `count` are numbers. */
export const SourceRowDetail = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  unit: z.enum(['text', 'time', 'seconds', 'lines', 'percent', 'count']),
});
export type SourceRowDetail = z.output<typeof SourceRowDetail>;

export const SourceRow = z
  .object({
    id: z.string().describe('As the explanation names it.'),
    kind: SourceRowKind,
    workload: z.string(),
    repository: z.string().nullable(),
    title: z.string(),
    at: TimestampOut.nullable().describe('When it happened.'),
    url: z.string().nullable().describe('Where a person can look at it.'),
    details: z.array(SourceRowDetail),
  })
  .meta({ id: 'SourceRow' });
export type SourceRow = z.output<typeof SourceRow>;

export const listSourceRows = defineOperation({
  id: 'listSourceRows',
  kind: 'query',
  method: 'POST',
  path: '/query/rows',
  tag: 'Queries',
  summary: 'Read the source rows that an explanation names',
  description:
    'Takes ids as a query with `explain: true` names them, and the metric that named them. An id that is unknown, or of a workload that the caller may not see, is left out. One that several workloads have is answered for each of them.',
  access: 'data:read',
  input: z.strictObject({
    query: line(100).describe('The metric that named the ids.'),
    workloads: z
      .array(WorkloadId)
      .min(1)
      .max(1000)
      .optional()
      .describe('Left out: every workload that the caller may see.'),
    ids: z.array(line(2000)).min(1).max(50),
  }),
  output: z.object({ rows: z.array(SourceRow) }),
  status: 200,
  problems: ['unknown-metric', 'workload-not-found', 'workload-forbidden'],
  example: {
    input: { query: 'deployment-frequency', workloads: ['my-team'], ids: ['github/1234567890'] },
  },
});
