import { sendBatch } from '../ingest/send-batch.ts';
import { storeIssues } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendIssues: Verb<'issues', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.issues, storeIssues);
