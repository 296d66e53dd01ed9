import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { IssueInput } from './issue.ts';

export const sendIssues = defineOperation({
  id: 'sendIssues',
  kind: 'mutation',
  method: 'POST',
  path: '/issues',
  tag: 'Issues',
  summary: 'Send work items and bugs',
  description:
    'One transaction; idempotent by `source` and `externalId`. What a later sending leaves out stays as it was told, except for a state that can be taken back.',
  access: 'data:write',
  input: batchOf('issues', IssueInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      issues: [
        {
          externalId: 'SHOP-7',
          source: 'jira',
          workload: 'my-team',
          type: 'bug',
          priority: 'high',
          openedAt: '2026-02-20T10:00:00Z',
          closedAt: '2026-03-01T12:00:00Z',
        },
      ],
    },
  },
});
