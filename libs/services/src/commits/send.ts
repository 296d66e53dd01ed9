import { sendBatch } from '../ingest/send-batch.ts';
import { storeCommits } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendCommits: Verb<'commits', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.commits, storeCommits);
