import { batchOf, WriteCounts } from '../common/batch.ts';
import { defineOperation } from '../common/operation.ts';
import { CommitInput } from './commit.ts';

export const sendCommits = defineOperation({
  id: 'sendCommits',
  kind: 'mutation',
  method: 'POST',
  path: '/commits',
  tag: 'Commits',
  summary: 'Send commits, with the lines that they added and deleted by file',
  description:
    'One transaction; idempotent by `repository` and `sha`. What a later sending leaves out stays as it was told, except for a state that can be taken back.',
  access: 'data:write',
  input: batchOf('commits', CommitInput),
  output: WriteCounts,
  status: 200,
  problems: ['workload-not-found', 'workload-forbidden'],
  example: {
    input: {
      commits: [
        {
          sha: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
          workload: 'my-team',
          repository: 'acme/shop-api',
          branch: 'main',
          author: { name: 'Jo', email: 'jo@example.com' },
          committedAt: '2026-03-01T11:50:00Z',
          message: 'feat: faster checkout',
          parents: ['8adeb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e'],
          files: [{ path: 'src/checkout.ts', addedLines: 40, deletedLines: 12 }],
        },
      ],
    },
  },
});
