import { z } from 'zod';
import {
  ActorRef,
  CommitSha,
  ExternalId,
  HttpUrl,
  line,
  RepositoryName,
  SourceName,
  WorkloadId,
} from '../common/text.ts';
import { Timestamp } from '../common/time.ts';

const Count = z.int().min(0).max(2_000_000_000);

/** One pull or merge request as it is sent. Natural key: `source`, `externalId` within its workload. */
export const ChangeInput = z.strictObject({
  externalId: ExternalId,
  source: SourceName,
  workload: WorkloadId,
  repository: RepositoryName,
  number: z.int().min(1).max(2_000_000_000).nullish(),
  title: line(1000).nullish(),
  author: ActorRef.nullish(),
  branch: line(255).nullish().describe('The branch that it comes from.'),
  targetBranch: line(255).nullish(),
  openedAt: Timestamp,
  readyAt: Timestamp.nullish().describe('When it left the draft state.'),
  firstReviewAt: Timestamp.nullish().describe('First review by a person other than the author.'),
  approvedAt: Timestamp.nullish(),
  mergedAt: Timestamp.nullish(),
  closedAt: Timestamp.nullish(),
  addedLines: Count.nullish(),
  deletedLines: Count.nullish(),
  changedFiles: Count.nullish(),
  commits: z.array(CommitSha).max(1000).nullish(),
  headCommit: CommitSha.nullish(),
  mergeCommit: CommitSha.nullish().describe(
    'The commit on the target branch: the merge or the squashed commit.',
  ),
  linkedIssues: z.array(ExternalId).max(200).nullish(),
  labels: z.array(line(200)).max(100).nullish(),
  url: HttpUrl.nullish(),
});
export type ChangeInput = z.output<typeof ChangeInput>;
