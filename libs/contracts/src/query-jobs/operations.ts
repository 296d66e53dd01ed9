import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { TimestampOut } from '../common/time.ts';
import { fromOlderQuery } from '../queries/older-query.ts';
import { QueryInput, QueryResult } from '../queries/query.ts';

const tag = 'Queries';

export const QueryJobStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
export type QueryJobStatus = z.output<typeof QueryJobStatus>;

/** A query that is worked on while nobody waits. It can be read again until it expires. */
export const QueryJob = z
  .object({
    jobId: z.string(),
    status: QueryJobStatus,
    progress: z.object({ done: z.int(), of: z.int() }).describe('Metrics done, of how many.'),
    created: TimestampOut,
    started: TimestampOut.nullable(),
    finished: TimestampOut.nullable(),
    expires: TimestampOut.describe('From then on the job is unknown.'),
    result: QueryResult.nullable().describe('Once it has succeeded.'),
    error: z
      .object({ code: z.string(), title: z.string(), detail: z.string() })
      .nullable()
      .describe('Why it failed.'),
  })
  .meta({ id: 'QueryJob' });
export type QueryJob = z.output<typeof QueryJob>;

const JobId = z.uuid();

export const startQueryJob = defineOperation({
  id: 'startQueryJob',
  kind: 'mutation',
  method: 'POST',
  path: '/query/async',
  tag,
  summary: 'Run a very large query without waiting for it',
  description: 'The query is checked at once; read its answer from `GET /query/async/{jobId}`.',
  access: 'data:read',
  input: QueryInput,
  output: QueryJob,
  status: 202,
  problems: [
    'unknown-metric',
    'unsupported-grouping',
    'workload-not-found',
    'workload-forbidden',
    'too-many-jobs',
  ],
  rest: { reshape: fromOlderQuery },
  example: {
    input: {
      queries: ['lead-time-for-changes'],
      dateRange: { start: '2017-01-01', end: '2026-12-31' },
      interval: 'day',
      groupBy: ['repository'],
    },
  },
});

export const getQueryJob = defineOperation({
  id: 'getQueryJob',
  kind: 'query',
  method: 'GET',
  path: '/query/async/{jobId}',
  tag,
  summary: 'Read a query job, with its answer once it is there',
  access: 'data:read',
  input: z.strictObject({ jobId: JobId }),
  output: QueryJob,
  status: 200,
  problems: ['not-found'],
});

export const cancelQueryJob = defineOperation({
  id: 'cancelQueryJob',
  kind: 'mutation',
  method: 'DELETE',
  path: '/query/async/{jobId}',
  tag,
  summary: 'Cancel a query job; its statement is ended in the database',
  access: 'data:read',
  input: z.strictObject({ jobId: JobId }),
  output: z.null(),
  status: 204,
  problems: ['not-found'],
});
