import { z } from 'zod';
import { PayloadTime as Time } from '../payload-time.ts';

const Id = z.union([z.int().min(0), z.string().regex(/^[\w-]{1,100}$/)]).transform(String);
const Sha = z
  .string()
  .regex(/^[0-9a-f]{7,64}$/i, { error: 'must be a commit hash' })
  .transform((sha) => sha.toLowerCase());
const Text = z.string().nullish();

/** Of each payload only the fields that are read; GitHub adds others at any time. */
const Repository = z.object({
  // 40 + 100 characters is the most that GitHub gives; `#` and a number must still fit behind it.
  full_name: z
    .string()
    .max(180)
    .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'must be OWNER/NAME' }),
  default_branch: Text,
});
export type GithubRepository = z.output<typeof Repository>;

const User = z.object({ login: Text, type: Text });
export type GithubUser = z.output<typeof User>;

export const WorkflowRunEvent = z.object({
  repository: Repository,
  workflow_run: z.object({
    id: Id,
    name: Text,
    path: Text,
    head_branch: Text,
    head_sha: Sha,
    event: Text,
    status: Text,
    conclusion: Text,
    run_attempt: z.int().min(1).max(100_000).nullish(),
    created_at: Time,
    run_started_at: Time.nullish(),
    updated_at: Time,
    actor: User.nullish(),
    triggering_actor: User.nullish(),
    html_url: Text,
  }),
});

export const DeploymentStatusEvent = z.object({
  repository: Repository,
  deployment: z.object({
    id: Id,
    sha: Sha,
    environment: Text,
    production_environment: z.boolean().nullish(),
    created_at: Time,
  }),
  deployment_status: z.object({
    state: z.string(),
    environment: Text,
    created_at: Time,
    target_url: Text,
    log_url: Text,
    environment_url: Text,
  }),
});

const Count = z.int().min(0).max(2_000_000_000).nullish();

const PullRequest = z.object({
  number: z.int().min(1).max(2_000_000_000),
  title: Text,
  body: Text,
  user: User.nullish(),
  draft: z.boolean().nullish(),
  head: z.object({ ref: Text, sha: Sha }),
  base: z.object({ ref: Text }),
  created_at: Time,
  updated_at: Time,
  closed_at: Time.nullish(),
  merged_at: Time.nullish(),
  merge_commit_sha: Sha.nullish(),
  additions: Count,
  deletions: Count,
  changed_files: Count,
  labels: z.array(z.object({ name: Text })).nullish(),
  html_url: Text,
});
export type GithubPullRequest = z.output<typeof PullRequest>;

export const PullRequestEvent = z.object({
  action: Text,
  repository: Repository,
  pull_request: PullRequest,
});

const Paths = z.array(z.string()).nullish();

export const PushEvent = z.object({
  ref: z.string(),
  deleted: z.boolean().nullish(),
  repository: Repository,
  commits: z
    .array(
      z.object({
        id: Sha,
        message: Text,
        timestamp: Time,
        distinct: z.boolean().nullish(),
        author: z.object({ name: Text, email: Text, username: Text }).nullish(),
        added: Paths,
        removed: Paths,
        modified: Paths,
      }),
    )
    .nullish(),
});

export const WorkflowJobEvent = z.object({
  repository: Repository,
  workflow_job: z.object({
    id: Id,
    run_id: Id,
    run_attempt: z.int().min(1).max(100_000).nullish(),
    name: Text,
    head_branch: Text,
    head_sha: Sha,
    status: Text,
    conclusion: Text,
    labels: z.array(z.string()).nullish(),
    runner_group_name: Text,
    created_at: Time.nullish(),
    started_at: Time.nullish(),
    completed_at: Time.nullish(),
    html_url: Text,
  }),
});

export const CheckRunEvent = z.object({
  repository: Repository,
  check_run: z.object({
    id: Id,
    name: Text,
    head_sha: Sha,
    status: Text,
    conclusion: Text,
    started_at: Time.nullish(),
    completed_at: Time.nullish(),
    details_url: Text,
    html_url: Text,
    app: z.object({ slug: Text, name: Text }).nullish(),
    check_suite: z.object({ head_branch: Text }).nullish(),
  }),
});

export const DeploymentEvent = z.object({
  repository: Repository,
  deployment: DeploymentStatusEvent.shape.deployment,
});

export const PullRequestReviewEvent = z.object({
  repository: Repository,
  review: z.object({ id: Id, user: User.nullish(), state: z.string(), submitted_at: Time.nullish() }),
  pull_request: PullRequest,
});

export const IssuesEvent = z.object({
  action: Text,
  repository: Repository,
  issue: z.object({
    number: z.int().min(1).max(2_000_000_000),
    title: Text,
    type: z.object({ name: Text }).nullish(),
    labels: z.array(z.object({ name: Text })).nullish(),
    pull_request: z.unknown().optional(),
    created_at: Time,
    updated_at: Time.nullish(),
    closed_at: Time.nullish(),
    html_url: Text,
  }),
});

export const ReleaseEvent = z.object({
  action: Text,
  repository: Repository,
  release: z.object({
    id: Id,
    draft: z.boolean().nullish(),
    prerelease: z.boolean().nullish(),
    target_commitish: Text,
    published_at: Time.nullish(),
    html_url: Text,
  }),
});
