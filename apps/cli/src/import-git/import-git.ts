import type { LocalRepository } from '../git/open-repository.ts';
import { openRepository } from '../git/open-repository.ts';
import { countCommits, readCommits } from '../git/read-history.ts';
import { createProgress, withCommas } from '../progress.ts';
import { countHistory } from './count-history.ts';
import type { Destination } from './find-workload.ts';
import { findWorkload } from './find-workload.ts';
import type { ImportPlan, ImportTools } from './import-plan.ts';
import { resumePoint } from './resume-point.ts';
import { saveProgress } from './save-progress.ts';
import { sendHistory } from './send-history.ts';
import type { StateFile } from './state-file.ts';
import { openStateFile } from './state-file.ts';

interface Part {
  readonly local: LocalRepository;
  readonly repository: string;
  readonly destination: Destination;
  readonly after: string | undefined;
  readonly total: number;
}

const send = async (part: Part, file: StateFile, plan: ImportPlan, tools: ImportTools): Promise<number> => {
  const { local, repository, destination, after, total } = part;
  const { workload, created: workloadCreated } = destination;
  const begun = performance.now();
  const elapsed = (): number => Math.max((performance.now() - begun) / 1000, 0.001);
  const progress = createProgress(tools.output);
  const saving = saveProgress(file, workloadCreated);
  let done = 0;
  const state = (): string =>
    `${repository}: ${withCommas(done)} of ${withCommas(total)} commits, ${withCommas(Math.round(done / elapsed()))}/s`;
  try {
    const rows = readCommits(
      local,
      { workload, repository, branch: local.branch },
      { after, signal: tools.stop },
    );
    const sent = await sendHistory(tools.client, rows, {
      signal: tools.abort,
      limits: plan.limits,
      onAcknowledged: ({ commits, last }) => {
        done = commits;
        saving.note(last);
        progress.show(state());
      },
    });
    progress.done(
      `${state()}, in ${elapsed().toFixed(1)} s, to the workload ${workload}: ${withCommas(sent.created)} new, ${withCommas(sent.updated)} changed.`,
    );
    return sent.commits;
  } catch (error) {
    progress.done(`${state()}. Stopped.`);
    throw error;
  } finally {
    await saving.close();
  }
};

/**
 * Sends the history of a repository on disk, going on where an earlier import stopped. Returns how many commits were
 * sent; throws a `GitError`, a `CliError` or a `CodeMetricsError` with words for the person who called.
 */
export const importGit = async (plan: ImportPlan, tools: ImportTools): Promise<number> => {
  const { client, output, warn, stop } = tools;
  const { url, workload } = plan;
  const local = await openRepository(plan.path, { branch: plan.branch, signal: stop });
  const repository = plan.repository ?? local.name;
  if (local.isShallow)
    warn(
      `${local.path} is a shallow clone: older history is missing, and of its oldest commits no files are sent. git fetch --unshallow brings the rest.`,
    );
  if (plan.dryRun) {
    output.write(`${await countHistory(local, repository, stop)}\n`);
    return 0;
  }
  const destination = await findWorkload(client, { url, workload, repository, signal: stop }, warn);
  const file = openStateFile(plan.stateDirectory, {
    ...{ server: url, workload: destination.workload, repository },
  });
  const state = plan.all ? null : await file.read();
  const { after, reason } = await resumePoint(local, state, destination, stop);
  if (reason !== undefined) warn(reason);
  const total = after === undefined ? local.commits : await countCommits(local, after, stop);
  if (total === 0) {
    output.write(`${repository}: nothing new since ${local.head.slice(0, 12)}.\n`);
    return 0;
  }
  return send({ local, repository, destination, after, total }, file, plan, tools);
};
