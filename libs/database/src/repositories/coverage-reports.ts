import type { WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';

/** The totals of one report. */
export interface NewCoverageReport {
  readonly reportId: string;
  readonly workload: string;
  readonly repository: string;
  readonly commit: string;
  readonly branch: string;
  readonly name: string;
  readonly format: string;
  readonly takenAt: Date;
  readonly files: number;
  readonly lines: { readonly covered: number; readonly total: number };
  readonly branches: { readonly covered: number; readonly total: number } | null;
}

const TABLE: BulkTable<NewCoverageReport> = {
  table: 'coverage_reports',
  key: ['workload_id', 'repository', 'commit_sha', 'branch', 'name'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'report_id', type: 'uuid', of: (row) => row.reportId, onlyNew: true },
    { name: 'repository', type: 'text', of: (row) => row.repository },
    { name: 'commit_sha', type: 'text', of: (row) => row.commit },
    { name: 'branch', type: 'text', of: (row) => row.branch },
    { name: 'name', type: 'text', of: (row) => row.name },
    { name: 'format', type: 'text', of: (row) => row.format },
    { name: 'taken_at', type: 'timestamptz', of: (row) => row.takenAt },
    { name: 'files', type: 'int4', of: (row) => row.files },
    { name: 'lines_covered', type: 'int4', of: (row) => row.lines.covered },
    { name: 'lines_total', type: 'int4', of: (row) => row.lines.total },
    { name: 'branches_covered', type: 'int4', of: (row) => row.branches?.covered },
    { name: 'branches_total', type: 'int4', of: (row) => row.branches?.total },
  ],
};

/** Writes one report's totals by repository, commit, branch and name. */
export const upsertCoverageReport = (db: Executor, report: NewCoverageReport): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, [report]);

/** The time of a report sent before under the same key, so that sending it again without a time changes nothing. */
export const takenAtOfReport = async (
  db: Executor,
  key: Pick<NewCoverageReport, 'workload' | 'repository' | 'commit' | 'branch' | 'name'>,
): Promise<Date | undefined> => {
  const row = await db
    .selectFrom('coverage_reports')
    .select('taken_at')
    .where('workload_id', '=', key.workload)
    .where('repository', '=', key.repository)
    .where('commit_sha', '=', key.commit)
    .where('branch', '=', key.branch)
    .where('name', '=', key.name)
    .executeTakeFirst();
  return row?.taken_at;
};
