import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { WorkflowJobEvent } from './schema.ts';
import { stateOf } from './states.ts';

/** One job of a workflow run. Its runner is the first label that names a kind of machine. */
export const mapWorkflowJob = (payload: unknown): GithubRows => {
  const { repository, workflow_job: job } = readPayload(WorkflowJobEvent, payload);
  const { status, conclusion } = stateOf(job.status, job.conclusion);
  const labels = (job.labels ?? []).filter((label) => label !== 'self-hosted');
  return rowsOf(repository, {
    jobs: [
      {
        externalId: job.id,
        source: 'github',
        repository: repository.full_name,
        run: job.run_id,
        attempt: job.run_attempt ?? 1,
        name: fit(job.name, 255) ?? 'job',
        runner: fit(labels[0] ?? job.runner_group_name, 100),
        branch: fit(job.head_branch, 255),
        commit: job.head_sha,
        status,
        conclusion,
        queuedAt: job.created_at ?? null,
        // GitHub gives a queued job the time of its making as its start.
        startedAt: status === 'queued' ? null : (job.started_at ?? null),
        finishedAt: status === 'completed' ? (job.completed_at ?? null) : null,
        url: firstHttpUrl(job.html_url),
      },
    ],
  });
};
