import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { ChangeInput } from './change.ts';

export const sendChanges = defineOperation({
  id: 'sendChanges',
  kind: 'mutation',
  method: 'POST',
  path: '/changes',
  tag: 'Changes',
  summary: 'Send pull or merge requests',
  description:
    'One transaction; idempotent by `source` and `externalId`. What a later sending leaves out stays as it was told, except for a state that can be taken back.',
  access: 'data:write',
  input: batchOf('changes', ChangeInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      changes: [
        {
          externalId: 'acme/shop-api#12',
          source: 'github',
          workload: 'my-team',
          repository: 'acme/shop-api',
          number: 12,
          title: 'Faster checkout',
          author: { name: 'jo' },
          openedAt: '2026-02-28T09:00:00Z',
          mergedAt: '2026-03-01T11:50:00Z',
          addedLines: 40,
          deletedLines: 12,
        },
      ],
    },
  },
});
