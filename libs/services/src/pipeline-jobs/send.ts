import { sendBatch } from '../ingest/send-batch.ts';
import { storePipelineJobs } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendPipelineJobs: Verb<'pipelineJobs', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.jobs, storePipelineJobs);
