import type { IssueInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';
import { NOT_OLDER } from './not-older.ts';

/** A work item with the id that it gets if it is new. */
export type NewIssue = IssueInput & { readonly issueId: string };

const TABLE: BulkTable<NewIssue> = {
  table: 'issues',
  key: ['workload_id', 'source', 'external_id'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'issue_id', type: 'uuid', of: (row) => row.issueId, onlyNew: true },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'external_id', type: 'text', of: (row) => row.externalId },
    { name: 'repository', type: 'text', of: (row) => row.repository, keepsOld: true },
    { name: 'type', type: 'text', of: (row) => row.type },
    { name: 'priority', type: 'text', of: (row) => row.priority, keepsOld: true },
    { name: 'environment_found', type: 'text', of: (row) => row.environmentFound, keepsOld: true },
    { name: 'title', type: 'text', of: (row) => row.title, keepsOld: true },
    { name: 'opened_at', type: 'timestamptz', of: (row) => row.openedAt },
    // Not kept: an issue that is opened again is no longer closed.
    { name: 'closed_at', type: 'timestamptz', of: (row) => row.closedAt },
    { name: 'linked_changes', type: 'text[]', of: (row) => row.linkedChanges, keepsOld: true },
    { name: 'labels', type: 'text[]', of: (row) => row.labels, keepsOld: true },
    { name: 'url', type: 'text', of: (row) => row.url, keepsOld: true },
    { name: 'updated_at', type: 'timestamptz', of: (row) => row.updatedAt, keepsOld: true },
  ],
  // Deliveries come out of order: an older state never replaces a newer one.
  guard: NOT_OLDER,
};
/** Writes work items by their natural key. */
export const upsertIssues = (db: Executor, rows: readonly NewIssue[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, rows);

/** Deletes work items that are gone at their source; returns how many there were. */
export const deleteIssues = async (
  db: Executor,
  source: string,
  workloads: readonly string[],
  externalIds: readonly string[],
): Promise<number> => {
  const result = await db
    .deleteFrom('issues')
    .where('workload_id', 'in', [...workloads])
    .where('source', '=', source)
    .where('external_id', 'in', [...externalIds])
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};
