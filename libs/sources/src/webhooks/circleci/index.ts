import { fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { textAt } from '../text-at.ts';
import { verifyVersioned } from '../verify-versioned.ts';
import type { WebhookRows, WebhookSource } from '../webhook-source.ts';
import { placeOf } from './place.ts';
import { jobOfWorkflow, runOfWorkflow } from './rows.ts';
import { JobCompleted, WorkflowCompleted } from './schema.ts';

const mapWorkflow = (payload: unknown): WebhookRows => {
  const event = readPayload(WorkflowCompleted, payload);
  const place = placeOf(event);
  const stopped_at = event.workflow.stopped_at ?? event.happened_at;
  return { ...place.to, runs: [runOfWorkflow({ ...event.workflow, stopped_at }, place)] };
};

const mapJob = (payload: unknown): WebhookRows => {
  const event = readPayload(JobCompleted, payload);
  const place = placeOf(event);
  const stopped_at = event.job.stopped_at ?? event.happened_at;
  return { ...place.to, jobs: [jobOfWorkflow({ ...event.job, stopped_at }, event.workflow.id, place)] };
};

const MAPPERS = new Map([
  ['workflow-completed', mapWorkflow],
  ['job-completed', mapJob],
]);

/** CircleCI’s outbound webhooks. */
export const circleciSource: WebhookSource = {
  id: 'circleci',
  title: 'CircleCI',
  proof: 'The secret token of the webhook signs each delivery (`circleci-signature`).',
  events: [...MAPPERS.keys()],
  headers: ['circleci-event-type'],
  verify: (secret, { headers, body }) => verifyVersioned(secret, body, headers['circleci-signature']),
  head: ({ headers }, payload) => ({
    event: fit(textAt(payload, 'type'), 100) ?? fit(headers['circleci-event-type'], 100) ?? 'unknown',
    deliveryId: fit(textAt(payload, 'id'), 100),
  }),
  map: (event, payload) => {
    const rows = MAPPERS.get(event)?.(payload);
    return rows ? [rows] : [];
  },
};
