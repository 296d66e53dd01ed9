import { firstHttpUrl, fit } from '../../fit-text.ts';
import { shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { pageOf, projectOf } from './project.ts';
import { JobEvent } from './schema.ts';
import { runnerOf, stateOf } from './states.ts';

/** One job of a pipeline; a retried one has an id of its own. */
export const mapJob = (payload: unknown): WebhookRows[] => {
  const job = readPayload(JobEvent, payload);
  const { project } = job;
  const state = stateOf(job.build_status, job.build_failure_reason);
  return [
    {
      ...projectOf(project),
      jobs: [
        {
          externalId: job.build_id,
          source: 'gitlab',
          repository: project.path_with_namespace,
          run: job.pipeline_id,
          attempt: 1,
          name: fit(job.build_name, 255) ?? 'job',
          stage: fit(job.build_stage, 100),
          runner: runnerOf(job.runner),
          branch: job.tag ? null : fit(job.ref, 255),
          commit: shaOrNull(job.sha),
          ...state,
          queuedAt: job.build_created_at ?? null,
          startedAt: job.build_started_at ?? null,
          finishedAt: state.conclusion === null ? null : (job.build_finished_at ?? null),
          url: firstHttpUrl(pageOf(project, `jobs/${job.build_id}`)),
        },
      ],
    },
  ];
};
