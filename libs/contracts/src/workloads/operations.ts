import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { WorkloadId } from '../common/text.ts';
import { Workload, workloadFields, WorkloadInput } from './workload.ts';

const tag = 'Workloads';
const example = {
  id: 'my-team',
  name: 'My team',
  tags: { department: 'sales' },
  repositoryGroups: [{ name: 'backend', repositories: [{ name: 'acme/shop-api' }] }],
};

export const listWorkloads = defineOperation({
  id: 'listWorkloads',
  kind: 'query',
  method: 'GET',
  path: '/workloads',
  tag,
  summary: 'List the workloads that the caller may see, by id',
  access: 'data:read',
  input: z.strictObject({ ...pageInput }),
  output: z.object({ workloads: z.array(Workload), nextCursor }),
  status: 200,
  problems: ['invalid-cursor'],
});

export const createWorkload = defineOperation({
  id: 'createWorkload',
  kind: 'mutation',
  method: 'POST',
  path: '/workloads',
  tag,
  summary: 'Create a workload',
  access: 'workloads:write',
  input: WorkloadInput,
  output: Workload,
  status: 201,
  problems: ['conflict', 'workload-forbidden'],
  example: { input: example },
});

export const getWorkload = defineOperation({
  id: 'getWorkload',
  kind: 'query',
  method: 'GET',
  path: '/workloads/{id}',
  tag,
  summary: 'Read one workload',
  access: 'data:read',
  input: z.strictObject({ id: WorkloadId }),
  output: Workload,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
});

export const replaceWorkload = defineOperation({
  id: 'replaceWorkload',
  kind: 'mutation',
  method: 'PUT',
  path: '/workloads/{id}',
  tag,
  summary: 'Replace a workload’s configuration; its data stays',
  access: 'workloads:write',
  input: z.strictObject({ id: WorkloadId, ...workloadFields }),
  output: Workload,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: { input: { name: 'My team', tags: { department: 'sales' } } },
});

export const deleteWorkload = defineOperation({
  id: 'deleteWorkload',
  kind: 'mutation',
  method: 'DELETE',
  path: '/workloads/{id}',
  tag,
  summary: 'Delete a workload with all its data',
  access: 'workloads:write',
  input: z.strictObject({ id: WorkloadId }),
  output: z.null(),
  status: 204,
  problems: ['workload-not-found', 'workload-forbidden'],
});

export const applyWorkloads = defineOperation({
  id: 'applyWorkloads',
  kind: 'mutation',
  method: 'PUT',
  path: '/workloads',
  tag,
  summary: 'Apply a whole set of workloads kept in git',
  description:
    'Creates what is new, updates what differs and leaves the rest as it is. A workload that the set no longer has is only reported under `missing`, never deleted, unless `prune=true`. With `dryRun=true` nothing is written and the answer tells what would be.',
  access: 'workloads:write',
  input: z.strictObject({
    dryRun: z.boolean().default(false),
    prune: z.boolean().default(false),
    workloads: z
      .array(WorkloadInput)
      .max(5000)
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
        error: 'workload ids must be unique',
      }),
  }),
  output: z.object({
    dryRun: z.boolean(),
    created: z.array(z.string()),
    updated: z.array(z.object({ id: z.string(), changed: z.array(z.string()) })),
    unchanged: z.array(z.string()),
    missing: z.array(z.string()),
    deleted: z.array(z.string()),
  }),
  status: 200,
  problems: ['workload-forbidden'],
  rest: { query: ['dryRun', 'prune'] },
  example: { input: { workloads: [example] } },
});
