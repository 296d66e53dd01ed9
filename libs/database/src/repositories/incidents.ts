import type { IncidentInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';
import { NOT_OLDER } from './not-older.ts';

/** An incident with the id that it gets if it is new. */
export type NewIncident = IncidentInput & { readonly incidentId: string };

const TABLE: BulkTable<NewIncident> = {
  table: 'incidents',
  key: ['workload_id', 'source', 'external_id'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'incident_id', type: 'uuid', of: (row) => row.incidentId, onlyNew: true },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'external_id', type: 'text', of: (row) => row.externalId },
    { name: 'severity', type: 'text', of: (row) => row.severity, keepsOld: true },
    { name: 'title', type: 'text', of: (row) => row.title, keepsOld: true },
    { name: 'opened_at', type: 'timestamptz', of: (row) => row.openedAt },
    // Not kept: an incident that is opened again loses its resolution.
    { name: 'resolved_at', type: 'timestamptz', of: (row) => row.resolvedAt },
    { name: 'caused_by_deployment', type: 'text', of: (row) => row.causedByDeployment, keepsOld: true },
    { name: 'url', type: 'text', of: (row) => row.url, keepsOld: true },
    { name: 'updated_at', type: 'timestamptz', of: (row) => row.updatedAt, keepsOld: true },
  ],
  // Deliveries come out of order: an older state never replaces a newer one.
  guard: NOT_OLDER,
};
/** Writes incidents by their natural key. */
export const upsertIncidents = (db: Executor, rows: readonly NewIncident[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, rows);
