import type { MeasurementInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';

const TABLE: BulkTable<MeasurementInput> = {
  table: 'measurements',
  key: ['workload_id', 'source', 'repository', 'branch', 'metric', 'path', 'taken_at'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'repository', type: 'text', of: (row) => row.repository },
    { name: 'branch', type: 'text', of: (row) => row.branch ?? '' },
    { name: 'metric', type: 'text', of: (row) => row.metric },
    { name: 'path', type: 'text', of: (row) => row.path ?? '' },
    { name: 'taken_at', type: 'timestamptz', of: (row) => row.takenAt },
    { name: 'commit_sha', type: 'text', of: (row) => row.commit, keepsOld: true },
    { name: 'value', type: 'float8', of: (row) => row.value },
  ],
};

/** Writes measurements by their natural key. */
export const upsertMeasurements = (db: Executor, rows: readonly MeasurementInput[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, rows);
