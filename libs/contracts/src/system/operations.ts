import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { Metric } from '../queries/query.ts';
import { Workload } from '../workloads/workload.ts';

export const getSystemConfig = defineOperation({
  id: 'getSystemConfig',
  kind: 'query',
  method: 'GET',
  path: '/system/config',
  tag: 'System',
  summary: 'What a client needs to build a screen or a call',
  access: 'data:read',
  input: z.strictObject({}),
  output: z.object({
    version: z.string(),
    apiVersion: z.string(),
    features: z.object({
      coverageFormats: z.array(z.string()),
      sources: z.array(z.string()),
      oidc: z.boolean(),
    }),
    limits: z.object({
      batchRows: z.int(),
      bodyBytes: z.int(),
      reportBytes: z.int(),
      pageRows: z.int(),
      rateLimit: z.object({ calls: z.int(), windowSeconds: z.int() }).nullable(),
      serviceTokenSeconds: z.int(),
    }),
    workloads: z.array(
      Workload.pick({
        id: true,
        name: true,
        description: true,
        tags: true,
        repositoryGroups: true,
      }).extend({
        jobs: z.array(z.string()),
        branches: z.array(z.string()),
      }),
    ),
    queries: z.array(Metric),
  }),
  status: 200,
  problems: [],
});
