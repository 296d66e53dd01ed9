import type { ChangeInput, ReviewInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';
import { NOT_OLDER } from './not-older.ts';

/** A pull or merge request with the id that it gets if it is new. */
export type NewChange = ChangeInput & { readonly changeId: string };

const TABLE: BulkTable<NewChange> = {
  table: 'changes',
  key: ['workload_id', 'source', 'external_id'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'change_id', type: 'uuid', of: (row) => row.changeId, onlyNew: true },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'external_id', type: 'text', of: (row) => row.externalId },
    { name: 'repository', type: 'text', of: (row) => row.repository },
    { name: 'number', type: 'int4', of: (row) => row.number, keepsOld: true },
    { name: 'title', type: 'text', of: (row) => row.title, keepsOld: true },
    { name: 'author_name', type: 'text', of: (row) => row.author?.name, keepsOld: true },
    { name: 'author_kind', type: 'text', of: (row) => row.author?.kind, keepsOld: true },
    { name: 'branch', type: 'text', of: (row) => row.branch, keepsOld: true },
    { name: 'target_branch', type: 'text', of: (row) => row.targetBranch, keepsOld: true },
    { name: 'first_commit_at', type: 'timestamptz', of: (row) => row.firstCommitAt, keepsOld: true },
    { name: 'opened_at', type: 'timestamptz', of: (row) => row.openedAt },
    { name: 'ready_at', type: 'timestamptz', of: (row) => row.readyAt, keepsOld: true },
    { name: 'first_review_at', type: 'timestamptz', of: (row) => row.firstReviewAt, keepsOld: true },
    { name: 'approved_at', type: 'timestamptz', of: (row) => row.approvedAt, keepsOld: true },
    // A merge is final, so an older delivery that knows of none can't take it back.
    { name: 'merged_at', type: 'timestamptz', of: (row) => row.mergedAt, keepsOld: true },
    { name: 'closed_at', type: 'timestamptz', of: (row) => row.closedAt },
    { name: 'added_lines', type: 'int4', of: (row) => row.addedLines, keepsOld: true },
    { name: 'deleted_lines', type: 'int4', of: (row) => row.deletedLines, keepsOld: true },
    { name: 'changed_files', type: 'int4', of: (row) => row.changedFiles, keepsOld: true },
    { name: 'commits', type: 'text[]', of: (row) => row.commits, keepsOld: true },
    { name: 'head_commit', type: 'text', of: (row) => row.headCommit, keepsOld: true },
    { name: 'merge_commit', type: 'text', of: (row) => row.mergeCommit, keepsOld: true },
    { name: 'linked_issues', type: 'text[]', of: (row) => row.linkedIssues, keepsOld: true },
    { name: 'labels', type: 'text[]', of: (row) => row.labels, keepsOld: true },
    { name: 'url', type: 'text', of: (row) => row.url, keepsOld: true },
    { name: 'updated_at', type: 'timestamptz', of: (row) => row.updatedAt, keepsOld: true },
  ],
  // Deliveries come out of order: an older state never replaces a newer one.
  guard: NOT_OLDER,
};
interface ReviewRow {
  readonly change: ChangeInput;
  readonly review: ReviewInput;
}

const REVIEWS: BulkTable<ReviewRow> = {
  table: 'change_reviews',
  key: ['workload_id', 'source', 'change_external_id', 'external_id'],
  columns: [
    { name: 'workload_id', type: 'text', of: ({ change }) => change.workload },
    { name: 'source', type: 'text', of: ({ change }) => change.source },
    { name: 'change_external_id', type: 'text', of: ({ change }) => change.externalId },
    { name: 'external_id', type: 'text', of: ({ review }) => review.externalId },
    { name: 'reviewer_name', type: 'text', of: ({ review }) => review.reviewer?.name, keepsOld: true },
    { name: 'reviewer_kind', type: 'text', of: ({ review }) => review.reviewer?.kind, keepsOld: true },
    { name: 'state', type: 'text', of: ({ review }) => review.state },
    { name: 'submitted_at', type: 'timestamptz', of: ({ review }) => review.submittedAt },
  ],
};

/** Writes changes by their natural key, and the reviews that they tell of. Counts are of changes. */
export const upsertChanges = async (db: Executor, rows: readonly NewChange[]): Promise<WriteCounts> => {
  const counts = await bulkUpsert(db, TABLE, rows);
  const reviews = rows.flatMap((change) => (change.reviews ?? []).map((review) => ({ change, review })));
  if (reviews.length > 0) await bulkUpsert(db, REVIEWS, reviews);
  return counts;
};
