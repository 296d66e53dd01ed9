import { z } from 'zod';
import { fit } from '../../fit-text.ts';
import { Id, Moment, repositoryOfUrl, Sha, Text } from '../fields.ts';
import { PayloadTime } from '../payload-time.ts';

/** Of each payload only the fields that are read; GitLab adds others at any time. */
export const Project = z.object({
  // `!` or `#` and a number must still fit behind it.
  path_with_namespace: z
    .string()
    .max(180)
    .refine((path) => path.includes('/') && fit(path, 180) === path, { error: 'must be GROUP/PROJECT' }),
  default_branch: Text,
  web_url: Text,
});

const User = z.object({ id: z.number().nullish(), username: Text, name: Text }).nullish();
const Runner = z.object({ description: Text, tags: z.array(z.string()).nullish() }).nullish();

export const PipelineEvent = z.object({
  project: Project,
  user: User,
  object_attributes: z.object({
    id: Id,
    name: Text,
    ref: Text,
    tag: z.boolean().nullish(),
    sha: Text,
    source: Text,
    status: z.string(),
    created_at: Moment,
    finished_at: Moment.nullish(),
    queued_duration: z.number().min(0).max(1e9).nullish(),
    url: Text,
  }),
  builds: z
    .array(
      z.object({
        id: Id,
        stage: Text,
        name: Text,
        status: z.string(),
        failure_reason: Text,
        created_at: Moment.nullish(),
        started_at: Moment.nullish(),
        finished_at: Moment.nullish(),
        runner: Runner,
      }),
    )
    .max(5000)
    .nullish(),
});

const Job = z.object({
  build_id: Id,
  build_name: Text,
  build_stage: Text,
  build_status: z.string(),
  build_failure_reason: Text,
  build_created_at: Moment.nullish(),
  build_started_at: Moment.nullish(),
  build_finished_at: Moment.nullish(),
  pipeline_id: Id,
  ref: Text,
  tag: z.boolean().nullish(),
  sha: Text,
  project: Project,
  runner: Runner,
});

const Old = z.object({
  pipeline_id: z.unknown().optional(),
  project: z.unknown().optional(),
  project_name: Text.catch(null),
  commit: z.object({ id: z.unknown().optional() }).nullish().catch(null),
  repository: z.object({ homepage: Text, git_http_url: Text }).nullish().catch(null),
});

/** Old versions tell the pipeline only as the id of the `commit`, and the project only by its addresses or its name. */
export const JobEvent = z
  .looseObject({})
  .transform((event) => {
    const old = Old.safeParse(event).data;
    const path =
      repositoryOfUrl(old?.repository?.git_http_url) ??
      repositoryOfUrl(old?.repository?.homepage) ??
      old?.project_name?.replaceAll(' / ', '/');
    return {
      ...event,
      pipeline_id: old?.pipeline_id ?? old?.commit?.id,
      project: old?.project ?? { path_with_namespace: path },
    };
  })
  .pipe(Job);

export const DeploymentEvent = z.object({
  project: Project,
  status: z.string(),
  status_changed_at: Moment,
  deployment_id: Id,
  deployable_url: Text,
  environment: Text,
  environment_external_url: Text,
  environment_tier: Text,
  short_sha: Text,
  commit_url: Text,
});

const Changed = z.object({ previous: z.boolean().nullish() }).nullish();

export const MergeRequestEvent = z.object({
  project: Project,
  user: User,
  object_attributes: z.object({
    iid: z.int().min(1).max(2_000_000_000),
    title: Text,
    description: Text,
    action: Text,
    state: z.string(),
    source_branch: Text,
    target_branch: Text,
    draft: z.boolean().nullish(),
    work_in_progress: z.boolean().nullish(),
    created_at: Moment,
    updated_at: Moment.nullish(),
    actioned_at: Moment.nullish(),
    system: z.boolean().nullish(),
    last_commit: z.object({ id: Text }).nullish(),
    merge_commit_sha: Text,
    squash_commit_sha: Text,
    author_id: z.number().nullish(),
    url: Text,
  }),
  assignees: z.array(User).nullish(),
  reviewers: z.array(User).nullish(),
  labels: z.array(z.object({ title: Text })).nullish(),
  changes: z.object({ draft: Changed, work_in_progress: Changed }).nullish(),
});

const Paths = z.array(z.string()).nullish();

export const PushEvent = z.object({
  ref: z.string(),
  project: Project,
  commits: z
    .array(
      z.object({
        id: Sha,
        message: Text,
        timestamp: PayloadTime,
        author: z.object({ name: Text, email: Text }).nullish(),
        added: Paths,
        modified: Paths,
        removed: Paths,
      }),
    )
    .nullish(),
});

export const IssueEvent = z.object({
  project: Project.nullish(),
  object_attributes: z.object({
    iid: z.int().min(1).max(2_000_000_000),
    title: Text,
    type: Text,
    issue_type: Text,
    severity: Text,
    state: z.string(),
    created_at: Moment,
    updated_at: Moment.nullish(),
    closed_at: Moment.nullish(),
    url: Text,
  }),
  labels: z.array(z.object({ title: Text })).nullish(),
});
