import type { DeploymentInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { lookUp, shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { projectOf } from './project.ts';
import { DeploymentEvent } from './schema.ts';

const STATUSES: Readonly<Record<string, DeploymentInput['status']>> = {
  created: 'queued',
  // It waits for approval.
  blocked: 'queued',
  running: 'running',
  success: 'success',
  failed: 'failure',
  canceled: 'cancelled',
  skipped: 'cancelled',
};

/** The state of a deployment; nothing for a status that says nothing about its outcome. */
export const mapDeployment = (payload: unknown): WebhookRows[] => {
  const event = readPayload(DeploymentEvent, payload);
  const status = lookUp(STATUSES, event.status);
  if (!status) return [];
  const isEnded = status !== 'queued' && status !== 'running';
  // The whole hash is only in the address of the commit.
  const whole = /\/commit\/([0-9a-f]{40,64})$/i.exec(event.commit_url ?? '')?.[1];
  const tier = event.environment_tier;
  return [
    {
      ...projectOf(event.project),
      deployments: [
        {
          externalId: event.deployment_id,
          source: 'gitlab',
          repository: event.project.path_with_namespace,
          environment: fit(event.environment, 200) ?? 'unknown',
          // Every environment has a tier, so that GitLab’s answer goes before what its name looks like.
          production: tier ? tier === 'production' : null,
          commit: shaOrNull(whole ?? event.short_sha),
          status,
          startedAt: status === 'running' ? event.status_changed_at : null,
          finishedAt: isEnded ? event.status_changed_at : null,
          url: firstHttpUrl(event.deployable_url, event.environment_external_url),
        },
      ],
    },
  ];
};
