import { z } from 'zod';
import { Moment, Sha, Text } from '../fields.ts';
import { Link, Time } from './schema.ts';

const Repository = z.object({
  name: z.string().trim().min(1),
  project: z.object({ id: Text, name: z.string().trim().min(1) }),
  defaultBranch: Text,
  remoteUrl: Text,
});
export type Repository = z.output<typeof Repository>;

const Signature = z.object({ name: Text, email: Text, date: Time }).nullish();

export const Push = z.object({
  repository: Repository,
  date: Time,
  refUpdates: z.array(z.object({ name: Text })).nullish(),
  commits: z
    .array(z.object({ commitId: Sha, author: Signature, committer: Signature, comment: Text }))
    .nullish(),
});
export type Push = z.output<typeof Push>;

const Head = z.object({ commitId: Text }).nullish();

export const PullRequest = z.object({
  repository: Repository,
  pullRequestId: z.int().min(1).max(2_000_000_000),
  status: Text,
  isDraft: z.boolean().nullish(),
  createdBy: z.object({ displayName: Text, uniqueName: Text }).nullish(),
  creationDate: Moment,
  closedDate: Time,
  title: Text,
  sourceRefName: Text,
  targetRefName: Text,
  lastMergeSourceCommit: Head,
  lastMergeCommit: Head,
  labels: z.array(z.object({ name: Text })).nullish(),
  workItemRefs: z.array(z.object({ id: z.union([z.string(), z.int()]) })).nullish(),
  _links: Link.nullish(),
});
export type PullRequest = z.output<typeof PullRequest>;

const Values = z.record(z.string(), z.unknown());

/** A work item; an update has the whole item as `revision`, and what changed as `fields`. */
export const WorkItemEvent = z.object({
  id: z.int().min(1),
  workItemId: z.int().min(1).nullish(),
  fields: Values.nullish(),
  revision: z.object({ fields: Values, _links: Link.nullish() }).nullish(),
  _links: Link.nullish(),
});
