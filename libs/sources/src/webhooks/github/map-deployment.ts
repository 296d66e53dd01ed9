import { fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { DeploymentEvent } from './schema.ts';

/** A deployment that was asked for; what becomes of it is told by `deployment_status`. */
export const mapDeployment = (payload: unknown): GithubRows => {
  const { repository, deployment } = readPayload(DeploymentEvent, payload);
  return rowsOf(repository, {
    deployments: [
      {
        externalId: deployment.id,
        source: 'github',
        repository: repository.full_name,
        environment: fit(deployment.environment, 200) ?? 'unknown',
        production: deployment.production_environment === true ? true : null,
        commit: deployment.sha,
        status: 'queued',
        startedAt: deployment.created_at,
      },
    ],
  });
};
