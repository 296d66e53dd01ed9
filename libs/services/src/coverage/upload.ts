import type { CoverageFormat } from '@codemetrics/contracts';
import { MAX_REPORT_BYTES } from '@codemetrics/contracts';
import { rememberValues, takenAtOfReport, upsertCoverageReport } from '@codemetrics/database';
import { parseCoverage } from '@codemetrics/sources';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { VerbInput, VerbOutput } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';

/** Over REST the report arrives as a stream of bytes and is never held whole; over tRPC it is a string. */
type Input = Omit<VerbInput<'coverage', 'upload'>, 'report'> & {
  readonly report: string | AsyncIterable<Uint8Array>;
  readonly format?: CoverageFormat | undefined;
};

export const uploadCoverage = async (
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<VerbOutput<'coverage', 'upload'>> => {
  await requireWorkloads(deps.db, actor, [input.workload]);
  const report = await parseCoverage(input.report, { format: input.format, maxBytes: MAX_REPORT_BYTES });
  const key = {
    workload: input.workload,
    repository: input.repository,
    commit: input.commit,
    branch: input.branch ?? '',
    name: input.name ?? '',
  };
  const counts = await inTransaction(deps, async (tx) => {
    await requireWorkloads(tx, actor, [input.workload], { lock: true });
    const takenAt = input.takenAt ?? (await takenAtOfReport(tx, key)) ?? deps.now();
    const { workload, repository } = key;
    await rememberValues(tx, {
      repositories: [{ workload, repository }],
      branches: input.branch === undefined ? [] : [{ workload, value: input.branch }],
    });
    return upsertCoverageReport(tx, {
      ...key,
      reportId: deps.newId(),
      format: report.format,
      takenAt,
      files: report.files,
      lines: report.lines,
      branches: report.branches,
    });
  });
  return {
    ...counts,
    format: report.format,
    files: report.files,
    lines: report.lines,
    branches: report.branches,
  };
};
