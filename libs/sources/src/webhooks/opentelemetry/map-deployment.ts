import type { DeploymentStatus } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import { fitId } from '../fit-id.ts';
import { lookUp } from '../fields.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { CiSpan } from './ci-span.ts';

type Job = NonNullable<WebhookRows['jobs']>[number];
type Deployment = NonNullable<WebhookRows['deployments']>[number];

/** A job that was skipped, or of which nobody knows the end, deployed nothing. */
const STATUSES: Readonly<Record<string, DeploymentStatus>> = {
  success: 'success',
  failure: 'failure',
  'timed-out': 'failure',
  cancelled: 'cancelled',
  // deployment.status
  succeeded: 'success',
  failed: 'failure',
};

/**
 * The deployment that a job of the type `deploy` made. The environment must stand beside the type: on the resource alone
 * it is where the sender itself runs.
 */
export const mapDeployment = ({ own, resource }: CiSpan, job: Job): Deployment | null => {
  const beside = own.has('cicd.pipeline.task.type') ? own : resource;
  const environment = fit(
    own.get('deployment.environment.name') ??
      own.get('deployment.environment') ??
      beside.get('deployment.environment.name') ??
      beside.get('deployment.environment'),
    200,
  );
  if (job.stage !== 'deploy' || environment === null) return null;
  const told = lookUp(STATUSES, own.get('deployment.status') ?? job.conclusion);
  const status = job.status === 'completed' ? told : 'running';
  if (status === undefined) return null;
  return {
    externalId: fitId(own.get('deployment.id') ?? job.externalId),
    source: 'opentelemetry',
    repository: job.repository,
    environment,
    commit: job.commit ?? null,
    status,
    startedAt: job.startedAt ?? null,
    finishedAt: job.finishedAt ?? null,
    url: job.url ?? null,
  };
};
