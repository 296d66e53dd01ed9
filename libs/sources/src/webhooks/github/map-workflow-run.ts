import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { actorOf, rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { WorkflowRunEvent } from './schema.ts';
import { stateOf } from './states.ts';

/** One attempt of a workflow run. The run's own status is trusted, not the action of the event. */
export const mapWorkflowRun = (payload: unknown): GithubRows => {
  const { repository, workflow_run: run } = readPayload(WorkflowRunEvent, payload);
  const { status, conclusion } = stateOf(run.status, run.conclusion);
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
        conclusion,
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
