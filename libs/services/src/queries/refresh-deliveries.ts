import { firstDeployments } from '@codemetrics/metrics';
import {
  listDeliveryDirty,
  readCommitGraph,
  readProductionDeployments,
  replaceDeliveredCommits,
  takeDeliveryDirty,
} from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Works out anew which deployment brought which commit to production, for the repositories that were written to since.
 * A reader does it before it answers, so an answer always includes every write acknowledged before.
 */
export const refreshDeliveries = async (
  deps: Pick<Deps, 'db'>,
  workloads: readonly string[],
): Promise<void> => {
  for (const { workload_id: workload, repository } of await listDeliveryDirty(deps.db, workloads))
    await inTransaction(deps, async (tx) => {
      if (!(await takeDeliveryDirty(tx, workload, repository))) return;
      const commits = await readCommitGraph(tx, workload, repository);
      const deployments = await readProductionDeployments(tx, workload, repository);
      const delivered = firstDeployments(
        commits,
        deployments.map((row) => ({ deploymentId: row.deployment_id, commit: row.commit_sha })),
      );
      const finishes = new Map(deployments.map((row) => [row.deployment_id, row.finished_at]));
      const rows = commits.flatMap((commit) => {
        const deploymentId = delivered.get(commit.sha);
        if (deploymentId === undefined) return [];
        const { sha, committed_at, author_kind, branch } = commit;
        return [
          {
            sha,
            committed_at,
            author_kind,
            branch,
            deployment_id: deploymentId,
            finished_at: finishes.get(deploymentId)!,
          },
        ];
      });
      await replaceDeliveredCommits(tx, workload, repository, rows);
    });
};
