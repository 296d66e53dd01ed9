import type { RunConclusion } from '@codemetrics/contracts';
import { lookUp } from '../fields.ts';
import { attribute } from './ci-span.ts';
import type { CiSpan } from './ci-span.ts';

export const RUN_RESULTS = ['cicd.pipeline.result', 'cicd.pipeline.run.result', 'cicd.pipeline.run.status'];
export const TASK_RESULTS = [
  'cicd.pipeline.task.run.result',
  'cicd.pipeline.task.run.status',
  'cicd.pipeline.run.task.status',
];

/** The words of the conventions, and those that CI systems pass through. */
const RESULTS: Readonly<Record<string, RunConclusion>> = {
  success: 'success',
  failure: 'failure',
  // The CI system broke, not the code; it did not succeed either way.
  error: 'failure',
  startup_failure: 'failure',
  timeout: 'timed-out',
  timed_out: 'timed-out',
  cancellation: 'cancelled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  skip: 'skipped',
  skipped: 'skipped',
};

/** A result that is new counts as neutral; without one the span's own status tells, of which unset means no error. */
export const conclusionOf = (one: CiSpan, results: readonly string[]): RunConclusion => {
  const result = attribute(one, ...results);
  if (result !== null) return lookUp(RESULTS, result) ?? 'neutral';
  const code = one.span.status?.code;
  if (code === 2 || code === '2' || code === 'STATUS_CODE_ERROR') return 'failure';
  return one.own.has('error.type') ? 'failure' : 'success';
};
