import { z } from 'zod';
import { Id, Moment, Sha, Text } from '../fields.ts';

export const Project = z.object({
  path_with_namespace: z.string().trim().min(3).max(180),
  default_branch: Text,
  web_url: Text,
});

const User = z.object({ username: Text, name: Text }).nullish();
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
        created_at: Moment.nullish(),
        started_at: Moment.nullish(),
        finished_at: Moment.nullish(),
        runner: Runner,
      }),
    )
    .max(5000)
    .nullish(),
});

export const JobEvent = z.object({
  build_id: Id,
  build_name: Text,
  build_stage: Text,
  build_status: z.string(),
  build_created_at: Moment.nullish(),
  build_started_at: Moment.nullish(),
  build_finished_at: Moment.nullish(),
  pipeline_id: Id.nullish(),
  /** Its id is that of the pipeline, which old versions tell nowhere else. */
  commit: z.object({ id: Id }).nullish(),
  ref: Text,
  tag: z.boolean().nullish(),
  sha: Text,
  project_name: Text,
  project: Project.optional(),
  repository: z.object({ homepage: Text, git_http_url: Text }).nullish(),
  runner: Runner,
});

export const DeploymentEvent = z.object({
  project: Project,
  status: z.string(),
  status_changed_at: Moment,
  deployment_id: Id,
  deployable_url: Text,
  environment: Text,
  environment_tier: Text,
  short_sha: Text,
  commit_url: Text,
});

export const MergeRequestEvent = z.object({
  project: Project,
  user: User,
  object_attributes: z.object({
    id: Id,
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
    last_commit: z.object({ id: Text, author: z.object({ name: Text }).nullish() }).nullish(),
    merge_commit_sha: Text,
    squash_commit_sha: Text,
    author_id: z.number().nullish(),
    url: Text,
  }),
  assignees: z.array(z.object({ username: Text })).nullish(),
  labels: z.array(z.object({ title: Text })).nullish(),
  changes: z
    .object({
      draft: z.object({ previous: z.boolean().nullish(), current: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
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
        timestamp: Moment,
        author: z.object({ name: Text, email: Text }).nullish(),
        added: Paths,
        modified: Paths,
        removed: Paths,
      }),
    )
    .nullish(),
});

export const IssueEvent = z.object({
  project: Project,
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
