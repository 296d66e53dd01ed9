import { createHash } from 'node:crypto';
import type { RunConclusion } from '@codemetrics/contracts';
import type { z } from 'zod';
import { firstHttpUrl, fit, fitParagraph } from '../../fit-text.ts';
import { actorOf, shaOrNull } from '../fields.ts';
import { issueType } from '../issue-labels.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { BitbucketCommit, BitbucketUser, Repository } from './schema.ts';
import { CommitStatusEvent, IssueEvent, PullRequestEvent, PushEvent } from './schema.ts';

const personOf = (user: BitbucketUser) =>
  actorOf(user?.nickname ?? user?.display_name, user?.type === 'app_user');

const of = (repository: z.output<typeof Repository>) => {
  const defaultBranch = fit(repository.mainbranch?.name, 255);
  return { repository: repository.full_name, ...(defaultBranch ? { defaultBranch } : {}) };
};

const STATES: Readonly<Record<string, RunConclusion | null>> = {
  INPROGRESS: null,
  SUCCESSFUL: 'success',
  FAILED: 'failure',
  STOPPED: 'cancelled',
};

/** A build status of a commit as a run; its key tells the job apart. */
export const mapCommitStatus = (payload: unknown): WebhookRows[] => {
  const { repository, commit_status: status } = readPayload(CommitStatusEvent, payload);
  if (!Object.hasOwn(STATES, status.state)) return [];
  const conclusion = STATES[status.state] ?? null;
  const commit = shaOrNull(
    status.commit?.hash ?? /\/commit\/([0-9a-f]+)$/.exec(status.links?.commit?.href ?? '')?.[1],
  );
  const key = createHash('sha256').update(`${status.key}\n${commit}`).digest('hex').slice(0, 32);
  return [
    {
      ...of(repository),
      runs: [
        {
          externalId: `status-${key}`,
          source: 'bitbucket',
          repository: repository.full_name,
          job: fit(status.name ?? status.key, 255) ?? 'build',
          branch: fit(status.refname, 255),
          commit,
          status: conclusion === null ? 'running' : 'completed',
          conclusion,
          attempt: 1,
          startedAt: status.created_on,
          finishedAt: conclusion === null ? null : status.updated_on,
          url: firstHttpUrl(status.url),
        },
      ],
    },
  ];
};

/** A pull request as it stands, with the review that an approval or a request for changes is. */
export const mapPullRequest = (payload: unknown): WebhookRows[] => {
  const event = readPayload(PullRequestEvent, payload);
  const { repository, pullrequest: pull, approval, changes_request: request } = event;
  const isMerged = pull.state === 'MERGED';
  const isClosed = isMerged || pull.state === 'DECLINED' || pull.state === 'SUPERSEDED';
  const review = approval ?? request;
  const reviewer = personOf(review?.user);
  return [
    {
      ...of(repository),
      changes: [
        {
          externalId: `${repository.full_name}#${pull.id}`,
          source: 'bitbucket',
          repository: repository.full_name,
          number: pull.id,
          title: fit(pull.title, 1000),
          author: personOf(pull.author),
          branch: fit(pull.source.branch?.name, 255),
          targetBranch: fit(pull.destination.branch?.name, 255),
          openedAt: pull.created_on,
          approvedAt: approval?.date,
          mergedAt: isMerged ? pull.updated_on : null,
          closedAt: isClosed ? pull.updated_on : null,
          ...(review
            ? {
                reviews: [
                  {
                    externalId: `${reviewer?.name ?? 'somebody'}-${review.date.getTime()}`.slice(0, 200),
                    reviewer,
                    state: approval ? ('approved' as const) : ('changes-requested' as const),
                    submittedAt: review.date,
                  },
                ],
              }
            : {}),
          headCommit: shaOrNull(pull.source.commit?.hash),
          mergeCommit: isMerged ? shaOrNull(pull.merge_commit?.hash) : null,
          url: firstHttpUrl(pull.links?.html?.href),
          updatedAt: pull.updated_on,
        },
      ],
    },
  ];
};

const commitRow = (repository: string, branch: string | null, commit: BitbucketCommit) => {
  const [, name, email] = /^(.*?)\s*<([^>]*)>\s*$/.exec(commit.author?.raw ?? '') ?? [];
  const author = actorOf(name ?? commit.author?.raw, commit.author?.user?.type === 'app_user');
  return {
    sha: commit.hash,
    repository,
    branch,
    author: author && { ...author, email: fit(email, 320) },
    committedAt: commit.date,
    message: fitParagraph(commit.message, 20_000),
    ...(commit.parents ? { parents: commit.parents.slice(0, 64).map((parent) => parent.hash) } : {}),
  };
};

/** The commits of a push to branches, with their parents; Bitbucket tells no files. */
export const mapPush = (payload: unknown): WebhookRows[] => {
  const { repository, push } = readPayload(PushEvent, payload);
  const commits = push.changes
    .filter((change) => change.new?.type === 'branch')
    .flatMap((change) =>
      (change.commits ?? []).map((commit) =>
        commitRow(repository.full_name, fit(change.new?.name, 255), commit),
      ),
    );
  return commits.length === 0 ? [] : [{ ...of(repository), commits }];
};

const CLOSED = new Set(['resolved', 'closed', 'invalid', 'duplicate', 'wontfix']);

/** A work item as it stands. */
export const mapIssue = (payload: unknown): WebhookRows[] => {
  const { repository, issue } = readPayload(IssueEvent, payload);
  return [
    {
      ...of(repository),
      issues: [
        {
          externalId: `${repository.full_name}#${issue.id}`,
          source: 'bitbucket',
          repository: repository.full_name,
          type: issueType(issue.kind) ?? 'issue',
          priority: fit(issue.priority, 50),
          title: fit(issue.title, 1000),
          openedAt: issue.created_on,
          closedAt: CLOSED.has(issue.state) ? (issue.updated_on ?? issue.created_on) : null,
          url: firstHttpUrl(issue.links?.html?.href),
          updatedAt: issue.updated_on ?? null,
        },
      ],
    },
  ];
};
