import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { TestCasesTable, TestReportsTable } from '../tables/reports.ts';

export type NewTestReport = TestReportsTable;
export type NewTestCase = Omit<TestCasesTable, 'workload_id' | 'report_id'>;

const ROWS_A_STATEMENT = 20_000;

/** The report that was sent before under the same key; locked, so that two sendings don't mix. */
export const findTestReport = (
  db: Executor,
  key: Pick<TestReportsTable, 'workload_id' | 'repository' | 'commit_sha' | 'branch' | 'name' | 'run'>,
): Promise<TestReportsTable | undefined> =>
  db
    .selectFrom('test_reports')
    .selectAll()
    .where('workload_id', '=', key.workload_id)
    .where('repository', '=', key.repository)
    .where('commit_sha', '=', key.commit_sha)
    .where('branch', '=', key.branch)
    .where('name', '=', key.name)
    .where('run', '=', key.run)
    .forUpdate()
    .executeTakeFirst();

/** Writes a report with its cases, in place of an earlier one of the same id. */
export const replaceTestReport = async (
  db: Executor,
  report: NewTestReport,
  cases: readonly NewTestCase[],
): Promise<void> => {
  const { workload_id: workload, report_id: id } = report;
  await db.deleteFrom('test_cases').where('workload_id', '=', workload).where('report_id', '=', id).execute();
  await db
    .deleteFrom('test_reports')
    .where('workload_id', '=', workload)
    .where('report_id', '=', id)
    .execute();
  await db.insertInto('test_reports').values(report).execute();
  for (let from = 0; from < cases.length; from += ROWS_A_STATEMENT) {
    const part = cases.slice(from, from + ROWS_A_STATEMENT);
    await sql`
      insert into test_cases (workload_id, report_id, suite, name, outcome, passes, failures, duration_seconds)
      select ${workload}, ${id}::uuid, sent.* from unnest(
        ${part.map((one) => one.suite)}::text[], ${part.map((one) => one.name)}::text[],
        ${part.map((one) => one.outcome)}::text[], ${part.map((one) => one.passes)}::int4[],
        ${part.map((one) => one.failures)}::int4[], ${part.map((one) => one.duration_seconds)}::float8[]
      ) as sent`.execute(db);
  }
};
