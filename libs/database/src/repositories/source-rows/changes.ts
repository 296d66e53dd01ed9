import { rowsByExternalId } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow, timeDetail } from './source-row.ts';

/** Pull and merge requests by `source/externalId`. */
export const findChangeRows: SourceRowFinder = async (db, wanted) =>
  (await rowsByExternalId(db, 'changes', wanted)).map((row) =>
    sourceRow('change', row, {
      title: row.title ?? (row.number === null ? row.external_id : `#${row.number}`),
      at: row.merged_at ?? row.closed_at ?? row.opened_at,
      details: [
        row.title === null || row.number === null ? [] : detail('Number', `#${row.number}`),
        detail('By', row.author_name),
        timeDetail('First commit', row.first_commit_at),
        timeDetail('Opened', row.opened_at),
        timeDetail('First review', row.first_review_at),
        timeDetail('Merged', row.merged_at),
        row.merged_at === null ? timeDetail('Closed', row.closed_at) : [],
        detail('Added', row.added_lines, 'lines'),
        detail('Deleted', row.deleted_lines, 'lines'),
        detail('Linked issues', row.linked_issues?.slice(0, 10).join(', ')),
      ],
    }),
  );
