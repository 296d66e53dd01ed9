import { fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { textAt } from '../text-at.ts';
import { verifyBasic } from '../verify-basic.ts';
import type { WebhookRows, WebhookSource } from '../webhook-source.ts';
import { mapDeploymentCompleted, mapDeploymentStarted } from './map-deployment.ts';
import { mapPullRequest, mapPush } from './map-git.ts';
import { mapBuild, mapRun } from './map-run.ts';
import { mapDeletedWorkItem, mapWorkItem } from './map-work-item.ts';
import { Envelope } from './schema.ts';

type Mapper = (envelope: Envelope) => WebhookRows | WebhookRows[] | null;

const MAPPERS = new Map<string, Mapper>([
  ['build.complete', mapBuild],
  ['ms.vss-pipelines.run-state-changed-event', mapRun],
  ['ms.vss-release.deployment-started-event', mapDeploymentStarted],
  ['ms.vss-release.deployment-completed-event', mapDeploymentCompleted],
  ['git.push', mapPush],
  ['git.pullrequest.created', mapPullRequest],
  ['git.pullrequest.updated', mapPullRequest],
  ['git.pullrequest.merged', mapPullRequest],
  ['workitem.created', mapWorkItem],
  ['workitem.updated', mapWorkItem],
  ['workitem.restored', mapWorkItem],
  ['workitem.deleted', mapDeletedWorkItem],
]);

/** The service hooks of Azure DevOps. */
export const azureDevopsSource: WebhookSource = {
  id: 'azure-devops',
  title: 'Azure DevOps',
  proof: 'The secret is the password of the service hook’s HTTP Basic authentication; the user name is free.',
  events: [...MAPPERS.keys()],
  headers: [],
  verify: (secret, { headers }) => verifyBasic(secret, headers['authorization']),
  // Two subscriptions tell of one event with one id; what they send is the same.
  head: (_delivery, payload) => ({
    event: fit(textAt(payload, 'eventType'), 100) ?? 'unknown',
    deliveryId: fit(textAt(payload, 'id'), 100),
  }),
  map: (event, payload) => {
    const mapper = MAPPERS.get(event);
    if (!mapper) return [];
    const rows = mapper(readPayload(Envelope, payload));
    return rows === null
      ? []
      : Array.isArray(rows)
        ? (rows as readonly WebhookRows[])
        : [rows as WebhookRows];
  },
};
