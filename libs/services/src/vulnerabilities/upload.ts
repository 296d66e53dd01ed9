import { createHash } from 'node:crypto';
import type { WriteCounts } from '@codemetrics/contracts';
import { MAX_REPORT_BYTES } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { findVulnerabilityReport, rememberValues, replaceVulnerabilityReport } from '@codemetrics/database';
import type { SarifRun } from '@codemetrics/sources';
import { parseSarif } from '@codemetrics/sources';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { VerbInput, VerbOutput } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';

/** Over REST the report arrives as a stream of bytes and is never held whole; over tRPC it is a string. */
type Input = Omit<VerbInput<'vulnerabilities', 'upload'>, 'report'> & {
  readonly report: string | AsyncIterable<Uint8Array>;
};

/** Several runs of one tool in a report are one analysis of that tool. */
const byTool = (runs: readonly SarifRun[]) =>
  [...Map.groupBy(runs, (run) => run.tool)].map(([tool, all]) => ({
    tool,
    findings: [...new Map(all.flatMap((run) => run.findings).map((one) => [one.fingerprint, one])).values()],
    suppressed: all.reduce((sum, run) => sum + run.counts.suppressed, 0),
  }));

type Analysis = ReturnType<typeof byTool>[number];

const storeOne = async (
  deps: Deps,
  tx: Executor,
  input: Input,
  { tool, findings, suppressed }: Analysis,
): Promise<keyof Omit<WriteCounts, 'received'>> => {
  const key = {
    workload_id: input.workload,
    repository: input.repository,
    commit_sha: input.commit,
    branch: input.branch ?? '',
    tool,
    name: input.name ?? '',
  };
  const digest = createHash('sha256')
    .update(JSON.stringify([findings, suppressed]))
    .digest('hex');
  const before = await findVulnerabilityReport(tx, key);
  const takenAt = input.takenAt ?? before?.taken_at ?? deps.now();
  if (before?.digest === digest && before.taken_at.getTime() === takenAt.getTime()) return 'unchanged';
  await replaceVulnerabilityReport(
    tx,
    {
      ...key,
      report_id: before?.report_id ?? deps.newId(),
      taken_at: takenAt,
      findings: findings.length,
      suppressed,
      digest,
    },
    findings.map(({ fingerprint, severity, ruleId, path, line, message }) => ({
      ...{ fingerprint, severity, path, line, message },
      rule_id: ruleId,
    })),
  );
  return before ? 'updated' : 'created';
};

export const uploadVulnerabilities = async (
  deps: Deps,
  actor: Actor,
  input: Input,
): Promise<VerbOutput<'vulnerabilities', 'upload'>> => {
  await requireWorkloads(deps.db, actor, [input.workload]);
  const report = await parseSarif(input.report, { maxBytes: MAX_REPORT_BYTES });
  const analyses = byTool(report.runs);
  const counts = await inTransaction(deps, async (tx) => {
    await requireWorkloads(tx, actor, [input.workload], { lock: true });
    const { workload, repository, branch } = input;
    await rememberValues(tx, {
      repositories: [{ workload, repository }],
      branches: branch === undefined ? [] : [{ workload, value: branch }],
    });
    const sum = { received: analyses.length, created: 0, updated: 0, unchanged: 0 };
    for (const analysis of analyses) sum[await storeOne(deps, tx, input, analysis)]++;
    return sum;
  });
  return {
    ...counts,
    tools: analyses.map(({ tool, findings, suppressed }) => ({
      tool,
      findings: findings.length,
      suppressed,
    })),
  };
};
