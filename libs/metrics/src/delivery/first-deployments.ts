/** A commit of one repository; `parents` null where the sender didn't tell them. */
export interface GraphCommit {
  readonly sha: string;
  readonly parents: readonly string[] | null;
  readonly branch: string | null;
}

/** A successful production deployment of the same repository. */
export interface GraphDeployment {
  readonly deploymentId: string;
  readonly commit: string;
}

/**
 * Which deployment first brought each commit to production. Commits come in the order of commit time, deployments in
 * the order of their finish. What the first known deployment contains is only a base line and belongs to none; merge
 * commits are passed through, and belong to none either.
 * @returns sha → deployment id
 */
export const firstDeployments = (
  commits: readonly GraphCommit[],
  deployments: readonly GraphDeployment[],
): Map<string, string> => {
  const byId = new Map(commits.map((commit) => [commit.sha, commit]));
  const before = new Map<string, string>();
  const lastOnBranch = new Map<string, string>();
  for (const commit of commits) {
    const branch = commit.branch ?? '';
    const last = lastOnBranch.get(branch);
    if (commit.parents === null && last !== undefined) before.set(commit.sha, last);
    lastOnBranch.set(branch, commit.sha);
  }
  const parentsOf = (commit: GraphCommit): readonly string[] => {
    if (commit.parents !== null) return commit.parents;
    const previous = before.get(commit.sha);
    return previous === undefined ? [] : [previous];
  };
  const reached = new Set<string>();
  const delivered = new Map<string, string>();
  let isBaseLine = true;
  for (const deployment of deployments) {
    if (!byId.has(deployment.commit)) continue;
    const stack = [deployment.commit];
    for (let sha = stack.pop(); sha !== undefined; sha = stack.pop()) {
      const commit = byId.get(sha);
      if (!commit || reached.has(sha)) continue;
      reached.add(sha);
      const isMerge = commit.parents !== null && commit.parents.length > 1;
      if (!isBaseLine && !isMerge) delivered.set(sha, deployment.deploymentId);
      stack.push(...parentsOf(commit));
    }
    isBaseLine = false;
  }
  return delivered;
};
