import { sendBatch } from '../ingest/send-batch.ts';
import { storeDeployments } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendDeployments: Verb<'deployments', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.deployments, storeDeployments);
