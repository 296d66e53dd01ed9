import type { DeploymentInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { DeploymentStatusEvent } from './schema.ts';

/** GitHub's states in ours. `inactive` is not among them: it only says that a newer deployment took the place. */
const STATUSES = new Map<string, DeploymentInput['status']>([
  ['queued', 'queued'],
  ['pending', 'queued'],
  ['waiting', 'queued'],
  ['in_progress', 'running'],
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'failure'],
]);

/** The state of a deployment; null for a state that says nothing about its outcome. */
export const mapDeploymentStatus = (payload: unknown): GithubRows | null => {
  const event = readPayload(DeploymentStatusEvent, payload);
  const { repository, deployment, deployment_status: change } = event;
  const status = STATUSES.get(change.state);
  if (!status) return null;
  const ended = status === 'success' || status === 'failure';
  return rowsOf(repository, {
    deployments: [
      {
        externalId: deployment.id,
        source: 'github',
        repository: repository.full_name,
        environment: fit(change.environment, 200) ?? fit(deployment.environment, 200) ?? 'unknown',
        // Only a true is an answer: false is GitHub's default for any environment that nobody described.
        production: deployment.production_environment === true ? true : null,
        commit: deployment.sha,
        status,
        startedAt: deployment.created_at,
        finishedAt: ended ? change.created_at : null,
        url: firstHttpUrl(change.target_url, change.log_url, change.environment_url),
      },
    ],
  });
};
