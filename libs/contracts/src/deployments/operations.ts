import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { DeploymentInput } from './deployment.ts';

export const sendDeployments = defineOperation({
  id: 'sendDeployments',
  kind: 'mutation',
  method: 'POST',
  path: '/deployments',
  tag: 'Deployments',
  summary: 'Send deployments',
  description:
    'One transaction; idempotent by `source`, `externalId`, `repository` and `commit`. What a later sending leaves out stays as it was told, except for a state that can be taken back.',
  access: 'data:write',
  input: batchOf('deployments', DeploymentInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      deployments: [
        {
          externalId: 'd-1',
          source: 'my-ci',
          workload: 'my-team',
          repository: 'acme/shop-api',
          environment: 'production',
          commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
          status: 'success',
          startedAt: '2026-03-01T12:05:00Z',
          finishedAt: '2026-03-01T12:07:00Z',
        },
      ],
    },
  },
});
