import { sendBatch } from '../ingest/send-batch.ts';
import { storeChanges } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendChanges: Verb<'changes', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.changes, storeChanges);
