import { createHash } from 'node:crypto';
import { MAX_REPORT_BYTES } from '@codemetrics/contracts';
import { findTestReport, rememberValues, replaceTestReport } from '@codemetrics/database';
import { parseTests } from '@codemetrics/sources';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { VerbInput, VerbOutput } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';

/** Over REST the report arrives as a stream of bytes and is never held whole; over tRPC it is a string. */
type Input = Omit<VerbInput<'tests', 'upload'>, 'report'> & {
  readonly report: string | AsyncIterable<Uint8Array>;
};

export const uploadTests = async (
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<VerbOutput<'tests', 'upload'>> => {
  await requireWorkloads(deps.db, actor, [input.workload]);
  const report = await parseTests(input.report, { maxBytes: MAX_REPORT_BYTES });
  const key = {
    workload_id: input.workload,
    repository: input.repository,
    commit_sha: input.commit,
    branch: input.branch ?? '',
    name: input.name ?? '',
    run: input.run ?? '',
  };
  const digest = createHash('sha256').update(JSON.stringify(report.cases)).digest('hex');
  const counts = await inTransaction(deps, async (tx) => {
    await requireWorkloads(tx, actor, [input.workload], { lock: true });
    const before = await findTestReport(tx, key);
    const takenAt = input.takenAt ?? before?.taken_at ?? report.takenAt ?? deps.now();
    if (before?.digest === digest && before.taken_at.getTime() === takenAt.getTime())
      return { received: 1, created: 0, updated: 0, unchanged: 1 };
    const { workload, repository, branch } = input;
    await rememberValues(tx, {
      repositories: [{ workload, repository }],
      branches: branch === undefined ? [] : [{ workload, value: branch }],
    });
    const { passed, failed, errors, skipped } = report.totals;
    await replaceTestReport(
      tx,
      {
        ...key,
        report_id: before?.report_id ?? deps.newId(),
        taken_at: takenAt,
        ...{ passed, failed, errors, skipped, digest },
        duration_seconds: report.durationSeconds,
      },
      report.cases.map((one) => ({
        suite: one.suite ?? '',
        name: one.name,
        outcome: one.outcome,
        passes: one.passes,
        failures: one.failures,
        duration_seconds: one.durationSeconds,
      })),
    );
    return { received: 1, created: before ? 0 : 1, updated: before ? 1 : 0, unchanged: 0 };
  });
  return { ...counts, tests: report.totals, durationSeconds: report.durationSeconds };
};
