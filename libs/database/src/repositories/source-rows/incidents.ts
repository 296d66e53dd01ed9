import { rowsByExternalId } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, secondsDetail, sourceRow, timeDetail } from './source-row.ts';

/** Incidents by `source/externalId`. */
export const findIncidentRows: SourceRowFinder = async (db, wanted) =>
  (await rowsByExternalId(db, 'incidents', wanted)).map((row) =>
    sourceRow(
      'incident',
      { ...row, repository: null },
      {
        title: row.title ?? row.external_id,
        at: row.opened_at,
        details: [
          detail('Severity', row.severity),
          row.resolved_at === null ? detail('State', 'unresolved') : timeDetail('Resolved', row.resolved_at),
          secondsDetail('Lasted', row.opened_at, row.resolved_at),
          detail('Caused by deployment', row.caused_by_deployment),
        ],
      },
    ),
  );
