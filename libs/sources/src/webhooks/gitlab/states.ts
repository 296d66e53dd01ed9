import type { RunConclusion } from '@codemetrics/contracts';
import { fit } from '../../fit-text.ts';
import { lookUp } from '../fields.ts';

interface State {
  readonly status: 'queued' | 'running' | 'completed';
  readonly conclusion: RunConclusion | null;
}
const done = (conclusion: RunConclusion): State => ({ status: 'completed', conclusion });
const QUEUED: State = { status: 'queued', conclusion: null };

const STATES: Readonly<Record<string, State>> = {
  created: QUEUED,
  waiting_for_resource: QUEUED,
  waiting_for_callback: QUEUED,
  preparing: QUEUED,
  pending: QUEUED,
  scheduled: QUEUED,
  // It waits for a person to start it.
  manual: QUEUED,
  running: { status: 'running', conclusion: null },
  canceling: { status: 'running', conclusion: null },
  success: done('success'),
  failed: done('failure'),
  canceled: done('cancelled'),
  skipped: done('skipped'),
};

const TIMEOUTS: readonly (string | null | undefined)[] = [
  'job_execution_timeout',
  'stuck_or_timeout_failure',
];

/** GitLab’s status of a pipeline or job in ours; one that is new says nothing yet. */
export const stateOf = (status: string, failureReason?: string | null): State =>
  status === 'failed' && TIMEOUTS.includes(failureReason)
    ? done('timed-out')
    : (lookUp(STATES, status) ?? QUEUED);

interface Runner {
  readonly description?: string | null | undefined;
  readonly tags?: string[] | null | undefined;
}

/** The first tag says what kind of machine it is; the description of a shared one only which. */
export const runnerOf = (runner: Runner | null | undefined): string | null =>
  fit(runner?.tags?.[0], 100) ?? fit(runner?.description, 100);
