import { sendBatch } from '../ingest/send-batch.ts';
import { storePipelineRuns } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendPipelineRuns: Verb<'pipelineRuns', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.runs, storePipelineRuns);
