import type { z } from 'zod';
import type { PipelineJobInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { pageOf, projectOf } from './project.ts';
import { PipelineEvent } from './schema.ts';
import { runnerOf, stateOf } from './states.ts';

type Event = z.output<typeof PipelineEvent>;

/**
 * A pipeline as a run, with its jobs as they stand. GitLab retries within a pipeline: the pipeline keeps its id and goes
 * on, so that the run ends anew, and each retried job gets an id of its own. Attempts are therefore always the first.
 */
export const mapPipeline = (payload: unknown): WebhookRows[] => {
  const event = readPayload(PipelineEvent, payload);
  const { project, object_attributes: pipeline, user } = event;
  const { status, conclusion } = stateOf(pipeline.status);
  return [
    {
      ...projectOf(project),
      runs: [
        {
          externalId: pipeline.id,
          source: 'gitlab',
          repository: project.path_with_namespace,
          job: fit(pipeline.name, 255) ?? 'pipeline',
          branch: pipeline.tag ? null : fit(pipeline.ref, 255),
          commit: shaOrNull(pipeline.sha),
          event: fit(pipeline.source, 100),
          status,
          conclusion,
          attempt: 1,
          queuedAt: pipeline.created_at,
          startedAt: startOf(event),
          finishedAt: conclusion === null ? null : (pipeline.finished_at ?? null),
          actor: actorOf(user?.username ?? user?.name),
          url: firstHttpUrl(pipeline.url, pageOf(project, `pipelines/${pipeline.id}`)),
        },
      ],
      jobs: jobsOf(event),
    },
  ];
};

/** A pipeline starts with its first job; the event tells no time of its own. */
const startOf = ({ object_attributes: { created_at, queued_duration }, builds }: Event): Date | null => {
  const starts = (builds ?? []).flatMap(({ started_at }) => started_at?.getTime() ?? []);
  if (starts.length > 0) return new Date(starts.reduce((one, other) => Math.min(one, other)));
  if (queued_duration === null || queued_duration === undefined) return null;
  return new Date(created_at.getTime() + queued_duration * 1000);
};

const jobsOf = ({ project, object_attributes: pipeline, builds }: Event) =>
  (builds ?? []).map((build): Omit<PipelineJobInput, 'workload'> => {
    const state = stateOf(build.status, build.failure_reason);
    return {
      externalId: build.id,
      source: 'gitlab',
      repository: project.path_with_namespace,
      run: pipeline.id,
      attempt: 1,
      name: fit(build.name, 255) ?? 'job',
      stage: fit(build.stage, 100),
      runner: runnerOf(build.runner),
      branch: pipeline.tag ? null : fit(pipeline.ref, 255),
      commit: shaOrNull(pipeline.sha),
      ...state,
      queuedAt: build.created_at ?? null,
      startedAt: build.started_at ?? null,
      finishedAt: state.conclusion === null ? null : (build.finished_at ?? null),
      url: firstHttpUrl(pageOf(project, `jobs/${build.id}`)),
    };
  });
