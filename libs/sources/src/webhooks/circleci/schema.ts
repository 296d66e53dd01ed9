import { z } from 'zod';
import { Id, Moment, Text } from '../fields.ts';

/** A workflow, as webhooks and the REST API show it. Of each object only the fields that are read. */
export const Workflow = z.object({
  id: Id,
  name: Text,
  status: Text,
  created_at: Moment,
  stopped_at: Moment.nullish(),
  url: Text,
});
export type Workflow = z.output<typeof Workflow>;

/** A job, as webhooks and the REST API show it. */
export const Job = z.object({
  id: Id,
  name: Text,
  status: Text,
  started_at: Moment.nullish(),
  stopped_at: Moment.nullish(),
});
export type Job = z.output<typeof Job>;

const Pipeline = z.object({
  trigger: z.object({ type: Text }).nullish(),
  vcs: z
    .object({
      origin_repository_url: Text,
      target_repository_url: Text,
      revision: Text,
      branch: Text,
      commit: z.object({ author: z.object({ name: Text }).nullish() }).nullish(),
    })
    .nullish(),
  // Projects of GitLab and of the GitHub App have these instead of `vcs`.
  trigger_parameters: z
    .object({
      git: z.object({ repo_url: Text, branch: Text, checkout_sha: Text, commit_author_name: Text }).nullish(),
    })
    .nullish(),
});

const Event = z.object({
  happened_at: Moment.nullish(),
  project: z.object({ id: Text, slug: Text, name: Text }).nullish(),
  organization: z.object({ name: Text }).nullish(),
  pipeline: Pipeline.nullish(),
});
export type CircleciEvent = z.output<typeof Event>;

export const WorkflowCompleted = Event.extend({ workflow: Workflow });
export const JobCompleted = Event.extend({ workflow: z.object({ id: Id }), job: Job });
