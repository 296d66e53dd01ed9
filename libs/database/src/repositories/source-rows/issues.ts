import { rowsByExternalId } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, secondsDetail, sourceRow, timeDetail } from './source-row.ts';

/** Issues by `source/externalId`. */
export const findIssueRows: SourceRowFinder = async (db, wanted) =>
  (await rowsByExternalId(db, 'issues', wanted)).map((row) =>
    sourceRow('issue', row, {
      title: row.title ?? row.external_id,
      at: row.opened_at,
      details: [
        detail('Type', row.type),
        detail('Priority', row.priority),
        detail('Found in', row.environment_found),
        row.closed_at === null ? detail('State', 'open') : timeDetail('Closed', row.closed_at),
        secondsDetail('Open for', row.opened_at, row.closed_at),
        detail('Linked changes', row.linked_changes?.slice(0, 10).join(', ')),
      ],
    }),
  );
