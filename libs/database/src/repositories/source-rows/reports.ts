import { sql } from 'kysely';
import type { CoverageReportsTable } from '../../tables/facts.ts';
import type { TestReportsTable } from '../../tables/reports.ts';
import { uuidsOf } from './runs.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow } from './source-row.ts';

const share = (covered: number | null, total: number | null): number | null =>
  covered === null || total === null || total === 0 ? null : (100 * covered) / total;

/** Coverage reports by the server's own ids. */
export const findCoverageReportRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const { rows } = await sql<CoverageReportsTable>`
    select * from coverage_reports where workload_id = any(${[...workloads]}) and report_id = any(${uuidsOf(ids)}::uuid[])`.execute(
    db,
  );
  return rows.map((row) =>
    sourceRow(
      'coverage-report',
      { ...row, id: row.report_id },
      {
        title: row.name === '' ? `${row.format} report` : row.name,
        at: row.taken_at,
        details: [
          detail('Lines', share(row.lines_covered, row.lines_total), 'percent'),
          detail('Coverable lines', row.lines_total, 'lines'),
          detail('Branches', share(row.branches_covered, row.branches_total), 'percent'),
          detail('Files', row.files, 'count'),
          detail('Branch', row.branch),
          detail('Commit', row.commit_sha),
        ],
      },
    ),
  );
};

/** Test reports by the server's own ids. */
export const findTestReportRows: SourceRowFinder = async (db, { workloads, ids }) => {
  const { rows } = await sql<TestReportsTable>`
    select * from test_reports where workload_id = any(${[...workloads]}) and report_id = any(${uuidsOf(ids)}::uuid[])`.execute(
    db,
  );
  return rows.map((row) =>
    sourceRow(
      'test-report',
      { ...row, id: row.report_id },
      {
        title: [row.name, row.run].filter((part) => part !== '').join(', ') || 'Test report',
        at: row.taken_at,
        details: [
          detail('Passed', row.passed, 'count'),
          detail('Failed', row.failed, 'count'),
          detail('Errors', row.errors, 'count'),
          detail('Skipped', row.skipped, 'count'),
          detail('Took', row.duration_seconds, 'seconds'),
          detail('Branch', row.branch),
          detail('Commit', row.commit_sha),
        ],
      },
    ),
  );
};
