import { z } from 'zod';
import { CommitSha, line, paragraph, RepositoryName, WorkloadId } from '../common/text.ts';
import { Timestamp } from '../common/time.ts';

const Lines = z.int().min(0).max(2_000_000_000);

/** What a commit did to one file. Lines are null for a binary file, or where the source does not tell. */
export const CommitFile = z.strictObject({
  path: line(4096),
  previousPath: line(4096).nullish().describe('Its path before, where the commit renamed it.'),
  addedLines: Lines.nullish(),
  deletedLines: Lines.nullish(),
});

/** One commit as it is sent. Natural key: `repository`, `sha` within its workload. What a later sending leaves out stays. */
export const CommitInput = z.strictObject({
  sha: CommitSha,
  workload: WorkloadId,
  repository: RepositoryName,
  branch: line(255).nullish(),
  author: z
    .strictObject({
      name: line(200),
      email: line(320).nullish(),
      kind: z.enum(['user', 'bot']).default('user'),
    })
    .nullish(),
  authoredAt: Timestamp.nullish(),
  committedAt: Timestamp,
  message: paragraph(20_000).nullish(),
  parents: z
    .array(CommitSha)
    .max(64)
    .nullish()
    .describe(
      'Parent commits, first parent first; empty for a root. Left out: the history counts as a line by time.',
    ),
  files: z.array(CommitFile).max(5000).nullish(),
});
export type CommitInput = z.output<typeof CommitInput>;
