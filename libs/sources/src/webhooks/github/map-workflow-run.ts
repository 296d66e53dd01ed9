import type { RunConclusion } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { actorOf, rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { WorkflowRunEvent } from './schema.ts';

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

/** GitHub's statuses in ours; one that is new counts as queued until a later event tells more. */
export const STATUSES: Readonly<Record<string, 'queued' | 'running' | 'completed'>> = {
  requested: 'queued',
  waiting: 'queued',
  pending: 'queued',
  queued: 'queued',
  in_progress: 'running',
  completed: 'completed',
};

/** One attempt of a workflow run. The run's own status is trusted, not the action of the event. */
export const mapWorkflowRun = (payload: unknown): GithubRows => {
  const { repository, workflow_run: run } = readPayload(WorkflowRunEvent, payload);
  const status = lookUp(STATUSES, run.status) ?? 'queued';
  const attempt = run.run_attempt ?? 1;
  const startedAt = run.run_started_at ?? (attempt > 1 && status !== 'completed' ? run.updated_at : null);
  return rowsOf(repository, {
    runs: [
      {
        externalId: run.id,
        source: 'github',
        repository: repository.full_name,
        job: fit(run.name, 255) ?? fit(run.path, 255) ?? 'workflow',
        branch: fit(run.head_branch, 255),
        commit: run.head_sha,
        event: fit(run.event, 100),
        status,
        conclusion: status === 'completed' ? (lookUp(CONCLUSIONS, run.conclusion) ?? 'neutral') : null,
        attempt,
        // created_at stays that of the first attempt.
        queuedAt: attempt > 1 ? null : run.created_at,
        startedAt,
        finishedAt: status === 'completed' ? run.updated_at : null,
        actor: actorOf(run.triggering_actor ?? run.actor),
        url: firstHttpUrl(run.html_url),
      },
    ],
  });
};

/** Looks a word of GitHub’s up; one that is missing or new is undefined. */
export const lookUp = <Value>(
  table: Readonly<Record<string, Value>>,
  key: string | null | undefined,
): Value | undefined =>
  key !== null && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
