import { sendBatch } from '../ingest/send-batch.ts';
import { storeMeasurements } from '../ingest/store-rows.ts';
import type { Verb } from '../verb.ts';

export const sendMeasurements: Verb<'measurements', 'send'> = (deps, actor, input) =>
  sendBatch(deps, actor, input.measurements, storeMeasurements);
