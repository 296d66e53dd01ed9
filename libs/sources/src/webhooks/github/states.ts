import type { RunConclusion } from '@codemetrics/contracts';
import { lookUp } from '../fields.ts';

interface State {
  readonly status: 'queued' | 'running' | 'completed';
  readonly conclusion: RunConclusion | null;
}

/** GitHub's conclusions in ours. One that is missing or new counts as neutral: it says neither success nor failure. */
export const CONCLUSIONS: Readonly<Record<string, RunConclusion>> = {
  success: 'success',
  failure: 'failure',
  cancelled: 'cancelled',
  skipped: 'skipped',
  timed_out: 'timed-out',
  neutral: 'neutral',
  // It waits for a person's approval and ran nothing.
  action_required: 'neutral',
  // GitHub gave up on it after two weeks.
  stale: 'cancelled',
  // The workflow file is broken.
  startup_failure: 'failure',
};

const STATUSES: Readonly<Record<string, State['status']>> = {
  requested: 'queued',
  waiting: 'queued',
  pending: 'queued',
  queued: 'queued',
  in_progress: 'running',
  completed: 'completed',
};

/**
 * GitHub's status and conclusion in ours. A status may be the conclusion itself; one that is new counts as queued until a
 * later event tells more.
 */
export const stateOf = (status: string | null | undefined, conclusion: string | null | undefined): State => {
  const known = lookUp(STATUSES, status);
  const ended = lookUp(CONCLUSIONS, status);
  if (known !== 'completed' && !ended) return { status: known ?? 'queued', conclusion: null };
  return { status: 'completed', conclusion: lookUp(CONCLUSIONS, conclusion) ?? ended ?? 'neutral' };
};
