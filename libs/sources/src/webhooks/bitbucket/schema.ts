import { z } from 'zod';
import { fit } from '../../fit-text.ts';
import { Id, Moment, Sha, Text } from '../fields.ts';
import { PayloadTime } from '../payload-time.ts';

const Link = z.object({ html: z.object({ href: Text }).nullish() }).nullish();

/** Of each payload only the fields that are read; Bitbucket adds others at any time. */
export const Repository = z.object({
  // `#` and a number must still fit behind it.
  full_name: z
    .string()
    .max(180)
    .refine((name) => name.includes('/') && fit(name, 180) === name, { error: 'must be WORKSPACE/NAME' }),
  mainbranch: z.object({ name: Text }).nullish(),
});

const User = z.object({ display_name: Text, nickname: Text, type: Text }).nullish();
export type BitbucketUser = z.output<typeof User>;

const Side = z.object({
  branch: z.object({ name: Text }).nullish(),
  commit: z.object({ hash: Text }).nullish(),
});

export const PullRequestEvent = z.object({
  repository: Repository,
  pullrequest: z.object({
    id: z.int().min(1).max(2_000_000_000),
    title: Text,
    description: Text,
    state: z.string(),
    draft: z.boolean().nullish(),
    author: User,
    source: Side,
    destination: Side,
    merge_commit: z.object({ hash: Text }).nullish(),
    created_on: Moment,
    updated_on: Moment,
    links: Link,
  }),
  approval: z.object({ date: Moment, user: User }).nullish(),
  changes_request: z.object({ date: Moment, user: User }).nullish(),
});

const Commit = z.object({
  hash: Sha,
  date: PayloadTime,
  message: Text,
  author: z.object({ raw: Text, user: User }).nullish(),
  parents: z.array(z.object({ hash: Sha })).nullish(),
});
export type BitbucketCommit = z.output<typeof Commit>;

export const PushEvent = z.object({
  repository: Repository,
  push: z.object({
    changes: z.array(
      z.object({
        new: z.object({ type: Text, name: Text }).nullish(),
        commits: z.array(Commit).nullish(),
      }),
    ),
  }),
});

export const CommitStatusEvent = z.object({
  repository: Repository,
  commit_status: z.object({
    key: Id,
    name: Text,
    state: z.string(),
    url: Text,
    refname: Text,
    created_on: Moment,
    updated_on: Moment,
    commit: z.object({ hash: Text }).nullish(),
    links: z.object({ commit: z.object({ href: Text }).nullish() }).nullish(),
  }),
});

export const IssueEvent = z.object({
  repository: Repository,
  issue: z.object({
    id: z.int().min(1).max(2_000_000_000),
    title: Text,
    kind: Text,
    priority: Text,
    state: z.string(),
    created_on: Moment,
    updated_on: Moment.nullish(),
    links: Link,
  }),
  changes: z.object({ status: z.unknown().optional(), state: z.unknown().optional() }).nullish(),
});
