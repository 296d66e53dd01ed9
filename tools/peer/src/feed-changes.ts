import type { CodeMetricsClient, InputOf } from '@codemetrics/client';
import type { ChangesScenario, PeerDeployment } from './scenario.ts';
import { shaOf } from './scenario.ts';

type Commits = InputOf<'commits', 'send'>['commits'];
type Changes = InputOf<'changes', 'send'>['changes'];
type Deployments = InputOf<'deployments', 'send'>['deployments'];

export const SOURCE = 'devlake';

/** Deployments as they are sent; `idOf` tells which of the rows are one deployment. */
export const deploymentRows = (
  workload: string,
  rows: readonly PeerDeployment[],
  idOf: (row: PeerDeployment) => string,
): Deployments =>
  rows.map((row) => ({
    ...{ workload, source: SOURCE, externalId: idOf(row), repository: row.repo_url },
    environment: row.environment ?? 'unknown',
    commit: shaOf(row.commit_sha ?? row.id),
    status: row.result === 'SUCCESS' ? 'success' : 'failure',
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }));

/** The repository in whose history a commit lies, told by the deployment that contains it. */
export const repositoryOf = (scenario: ChangesScenario, sha: string): string => {
  const contained = scenario.contained_commits.find((one) => one.sha === sha)?.between[1];
  const found = scenario.deployments.find((one) => one.commit_sha === contained);
  return (found ?? scenario.deployments[0]!).repo_url;
};

/**
 * The least history in which every commit lies between the two that the tables name: the deployed commit before, what
 * lies between, the deployed commit. Merge commits stand each on a branch of its own name, so that an answer can be
 * grouped by them; the tables give them no time, and the opening of their pull request is taken.
 */
const historyOf = (scenario: ChangesScenario, workload: string): Commits =>
  scenario.deployments.flatMap((deployment) => {
    const { repo_url: repository, commit_sha: current = deployment.id } = deployment;
    const before = scenario.deployments.find((one) => one.id === deployment.previous_success)?.commit_sha;
    const names = scenario.contained_commits
      .filter(({ between }) => between[1] === current)
      .map((one) => one.sha);
    return [...names, current].map((name, index, all) => {
      const parent = all[index - 1] ?? before;
      const change = scenario.pull_requests.find((one) => one.merge_commit_sha === name);
      return {
        ...{ workload, repository, sha: shaOf(name), branch: change ? name : 'main' },
        committedAt: change?.created_at ?? deployment.started_at,
        parents: parent === undefined ? [] : [shaOf(parent)],
      };
    });
  });

/** Comments by others are reviews; each pull request goes to a target branch of its own name, to be seen alone. */
const changeRows = (scenario: ChangesScenario, workload: string): Changes =>
  scenario.pull_requests.map((change) => ({
    ...{ workload, source: SOURCE, externalId: change.id, targetBranch: change.id },
    repository: repositoryOf(scenario, change.merge_commit_sha),
    author: change.author === null ? null : { name: change.author },
    openedAt: change.created_at,
    mergedAt: change.merged_at,
    mergeCommit: shaOf(change.merge_commit_sha),
    commits: change.commits.map(({ sha }) => shaOf(sha)),
    reviews: change.comments.map(({ id, by, at }) => ({
      ...{ externalId: id, submittedAt: at, state: 'commented' as const, reviewer: { name: by } },
    })),
  }));

/** Sends a scenario of changes. */
export const feedChanges = async (
  client: CodeMetricsClient,
  scenario: ChangesScenario,
  workload: string,
): Promise<void> => {
  const own = scenario.pull_requests.flatMap((change) =>
    change.commits.map(({ sha, authored_at: at }) => ({
      ...{ workload, repository: repositoryOf(scenario, change.merge_commit_sha), sha: shaOf(sha) },
      ...{ branch: `pull/${change.id}`, authoredAt: at, committedAt: at, parents: [] },
    })),
  );
  const inProject = scenario.deployments.filter(({ scope }) => scenario.project_scopes.includes(scope));
  await client.commits.send({ commits: [...historyOf(scenario, workload), ...own] });
  await client.changes.send({ changes: changeRows(scenario, workload) });
  await client.deployments.send({
    deployments: deploymentRows(workload, inProject, ({ pipeline }) => pipeline),
  });
};
