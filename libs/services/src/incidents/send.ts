import { sendBatch } from '../ingest/send-batch.ts';
import { storeIncidents } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendIncidents: Verb<'incidents', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.incidents, storeIncidents);
