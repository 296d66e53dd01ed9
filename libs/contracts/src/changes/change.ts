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

/** One review of a change. A later sending of the same `externalId` replaces it. */
export const ReviewInput = z.strictObject({
  externalId: ExternalId,
  reviewer: ActorRef.nullish(),
  state: z.enum(['approved', 'changes-requested', 'commented', 'dismissed']),
  submittedAt: Timestamp,
});
export type ReviewInput = z.output<typeof ReviewInput>;

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
  firstCommitAt: Timestamp.nullish().describe('Time of its first commit; else told from `commits`.'),
  openedAt: Timestamp,
  readyAt: Timestamp.nullish().describe('When it left the draft state.'),
  firstReviewAt: Timestamp.nullish().describe('First review by a person other than the author.'),
  approvedAt: Timestamp.nullish(),
  reviews: z
    .array(ReviewInput)
    .max(500)
    .nullish()
    .describe('Single reviews; with them the first one by a person other than the author is told from here.'),
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
  updatedAt: Timestamp.nullish().describe(
    'When the source last changed it; a sending with an older time than the stored one changes nothing.',
  ),
  url: HttpUrl.nullish(),
});
export type ChangeInput = z.output<typeof ChangeInput>;
