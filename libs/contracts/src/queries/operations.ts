import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { fromOlderQuery } from './older-query.ts';
import { Metric, QueryInput, QueryResult } from './query.ts';

const tag = 'Queries';

export const runQuery = defineOperation({
  id: 'runQuery',
  kind: 'query',
  method: 'POST',
  path: '/query',
  tag,
  summary: 'Run metrics of the catalogue over workloads and a date range',
  description:
    'A metric that fails beside others has an `error` of its own. Answers carry an ETag; `Accept: text/csv` answers the same points as CSV that is safe to open in a spreadsheet.',
  access: 'data:read',
  input: QueryInput,
  output: QueryResult,
  status: 200,
  problems: ['unknown-metric', 'unsupported-grouping', 'workload-not-found', 'workload-forbidden'],
  rest: { csv: true, reshape: fromOlderQuery },
  example: {
    input: {
      queries: ['code-coverage'],
      workloads: ['my-team'],
      dateRange: { start: '2023-01-01', end: '2023-12-31' },
    },
  },
});

export const listMetrics = defineOperation({
  id: 'listMetrics',
  kind: 'query',
  method: 'GET',
  path: '/query/metrics',
  tag,
  summary: 'List the metric catalogue with exact definitions',
  access: 'authenticated',
  input: z.strictObject({}),
  output: z.object({ metrics: z.array(Metric) }),
  status: 200,
  problems: [],
});
