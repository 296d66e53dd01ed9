import { sql } from 'kysely';
import type { VulnerabilityFindingsTable } from '../../tables/reports.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, sourceRow, timeDetail } from './source-row.ts';

interface Row extends VulnerabilityFindingsTable {
  readonly id: string;
  readonly repository: string;
  readonly tool: string;
  readonly branch: string;
  readonly first_at: Date;
  readonly last_at: Date;
}

/** Findings by `repository/tool/fingerprint`: as their newest report tells of them, with when they were first seen. */
export const findFindingRows: SourceRowFinder = async (db, { workloads, ids }) => {
  // Where an id's tool ends is told by the tools that there are, since a name may have slashes.
  const { rows } = await sql<Row>`
    with asked as (
      select distinct id, r.workload_id, r.repository, r.tool,
        substr(id, length(r.repository) + length(r.tool) + 3) as fingerprint
      from unnest(${[...ids]}::text[]) as id
      join (select distinct workload_id, repository, tool from vulnerability_reports where workload_id = any(${[...workloads]})) as r
        on starts_with(id, r.repository || '/' || r.tool || '/')
    )
    select distinct on (asked.id, asked.workload_id) f.*, asked.id, asked.repository, asked.tool, f.branch, f.last_at, first.first_at
    from asked
    cross join lateral (
      select found.*, r.branch, r.taken_at as last_at from vulnerability_reports r
      join vulnerability_findings found on found.workload_id = r.workload_id and found.report_id = r.report_id
        and found.fingerprint = asked.fingerprint
      where r.workload_id = asked.workload_id and r.repository = asked.repository and r.tool = asked.tool
      order by r.taken_at desc limit 1) as f
    cross join lateral (
      select r.taken_at as first_at from vulnerability_reports r
      join vulnerability_findings found on found.workload_id = r.workload_id and found.report_id = r.report_id
        and found.fingerprint = asked.fingerprint
      where r.workload_id = asked.workload_id and r.repository = asked.repository and r.tool = asked.tool
      order by r.taken_at limit 1) as first
    order by asked.id, asked.workload_id, f.last_at desc`.execute(db);
  return rows.map((row) =>
    sourceRow('finding', row, {
      title: row.message ?? row.rule_id,
      at: row.first_at,
      details: [
        detail('Severity', row.severity),
        detail('Rule', row.rule_id),
        detail('File', row.path === null || row.line === null ? row.path : `${row.path}:${row.line}`),
        detail('Tool', row.tool),
        detail('Branch', row.branch),
        timeDetail('Last seen', row.last_at),
      ],
    }),
  );
};
