import type { PipelineJobInput, RunConclusion } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, lookUp, repositoryOfUrl, shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { projectOf } from './project.ts';
import { JobEvent, PipelineEvent } from './schema.ts';

type State = {
  readonly status: 'queued' | 'running' | 'completed';
  readonly conclusion: RunConclusion | null;
};
const done = (conclusion: RunConclusion): State => ({ status: 'completed', conclusion });
const QUEUED: State = { status: 'queued', conclusion: null };

/** GitLab’s statuses of pipelines and jobs in ours; one that is new says nothing yet. */
const STATES: Readonly<Record<string, State>> = {
  created: QUEUED,
  waiting_for_resource: QUEUED,
  preparing: QUEUED,
  pending: QUEUED,
  scheduled: QUEUED,
  manual: QUEUED,
  running: { status: 'running', conclusion: null },
  canceling: { status: 'running', conclusion: null },
  success: done('success'),
  failed: done('failure'),
  canceled: done('cancelled'),
  skipped: done('skipped'),
};

const stateOf = (status: string): State => lookUp(STATES, status) ?? QUEUED;

type Job = Omit<PipelineJobInput, 'workload'>;
type Runner = {
  readonly description?: string | null | undefined;
  readonly tags?: string[] | null | undefined;
};

/** The first tag says what kind of machine it is; the description of a shared one only which. */
const runnerOf = (runner: Runner | null | undefined): string | null =>
  fit(runner?.tags?.[0] ?? runner?.description, 100);

/** A pipeline as a run, with its jobs as they stand. A retried job has an id of its own; the pipeline keeps its. */
export const mapPipeline = (payload: unknown): WebhookRows[] => {
  const event = readPayload(PipelineEvent, payload);
  const { project, object_attributes: pipeline, builds, user } = event;
  const { status, conclusion } = stateOf(pipeline.status);
  const repository = project.path_with_namespace;
  const branch = pipeline.tag ? null : fit(pipeline.ref, 255);
  const commit = shaOrNull(pipeline.sha);
  const starts = (builds ?? [])
    .flatMap((build) => build.started_at ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  const startedAt =
    starts[0] ??
    (pipeline.queued_duration === null || pipeline.queued_duration === undefined
      ? null
      : new Date(pipeline.created_at.getTime() + pipeline.queued_duration * 1000));
  const jobs = (builds ?? []).map((build): Job => {
    const state = stateOf(build.status);
    return {
      externalId: build.id,
      source: 'gitlab',
      repository,
      run: pipeline.id,
      attempt: 1,
      name: fit(build.name, 255) ?? 'job',
      stage: fit(build.stage, 100),
      runner: runnerOf(build.runner),
      branch,
      commit,
      ...state,
      queuedAt: build.created_at ?? null,
      startedAt: build.started_at ?? null,
      finishedAt: state.conclusion === null ? null : (build.finished_at ?? null),
    };
  });
  return [
    {
      ...projectOf(project),
      runs: [
        {
          externalId: pipeline.id,
          source: 'gitlab',
          repository,
          job: fit(pipeline.name, 255) ?? 'pipeline',
          branch,
          commit,
          event: fit(pipeline.source, 100),
          status,
          conclusion,
          attempt: 1,
          queuedAt: pipeline.created_at,
          startedAt,
          finishedAt: conclusion === null ? null : (pipeline.finished_at ?? null),
          actor: actorOf(user?.username ?? user?.name),
          url: firstHttpUrl(
            pipeline.url,
            project.web_url ? `${project.web_url}/-/pipelines/${pipeline.id}` : null,
          ),
        },
      ],
      jobs,
    },
  ];
};

/** One job of a pipeline. */
export const mapJob = (payload: unknown): WebhookRows[] => {
  const job = readPayload(JobEvent, payload);
  const told = repositoryOfUrl(job.repository?.git_http_url) ?? repositoryOfUrl(job.repository?.homepage);
  const repository =
    job.project?.path_with_namespace ?? told ?? fit(job.project_name?.replaceAll(' / ', '/'), 180);
  const pipeline = job.pipeline_id ?? job.commit?.id;
  if (!repository || !pipeline) return [];
  const state = stateOf(job.build_status);
  return [
    {
      ...(job.project ? projectOf(job.project) : { repository }),
      jobs: [
        {
          externalId: job.build_id,
          source: 'gitlab',
          repository,
          run: pipeline,
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
        },
      ],
    },
  ];
};
