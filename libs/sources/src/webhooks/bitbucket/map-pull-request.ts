import type { ChangeInput, ReviewInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { shaOrNull } from '../fields.ts';
import { fitId } from '../fit-id.ts';
import { linkedIssues } from '../linked-issues.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { personOf, repositoryOf } from './repository.ts';
import { PullRequestEvent } from './schema.ts';

type Event = z.output<typeof PullRequestEvent>;
type Change = Omit<ChangeInput, 'workload'>;

/** A pull request as it stands, with the review that an approval or a request for changes is. */
export const mapPullRequest = (event: string, payload: unknown): WebhookRows[] => {
  const content = readPayload(PullRequestEvent, payload);
  const { repository, pullrequest: pull } = content;
  const end = endOf(event, pull);
  if (!end) return [];
  const name = repository.full_name;
  const change: Change = {
    externalId: `${name}#${pull.id}`,
    source: 'bitbucket',
    repository: name,
    number: pull.id,
    title: fit(pull.title, 1000),
    author: personOf(pull.author),
    branch: fit(pull.source.branch?.name, 255),
    targetBranch: fit(pull.destination.branch?.name, 255),
    openedAt: pull.created_on,
    ...(pull.draft ? { readyAt: null } : {}),
    ...reviewsOf(event, content),
    ...end,
    headCommit: shaOrNull(pull.source.commit?.hash),
    mergeCommit: pull.state === 'MERGED' ? shaOrNull(pull.merge_commit?.hash) : null,
    linkedIssues: linkedIssues(pull.description, name),
    url: firstHttpUrl(pull.links?.html?.href),
    updatedAt: pull.updated_on,
  };
  return [{ ...repositoryOf(repository), changes: [change] }];
};

/**
 * Only the event of the merge or decline itself tells when it was; at a later one `updated_on` is the time of that. A
 * merged one that was not seen merging is taken as closed then, so that it isn’t open for ever; of a declined one such
 * an event is left out (undefined).
 */
const endOf = (
  event: string,
  { state, updated_on: at }: Event['pullrequest'],
): Pick<Change, 'mergedAt' | 'closedAt'> | undefined => {
  if (state === 'MERGED')
    return { ...(event === 'pullrequest:fulfilled' ? { mergedAt: at } : {}), closedAt: at };
  if (state !== 'DECLINED' && state !== 'SUPERSEDED') return { mergedAt: null, closedAt: null };
  return event === 'pullrequest:rejected' ? { mergedAt: null, closedAt: at } : undefined;
};

const STATES = new Map<string, ReviewInput['state']>([
  ['pullrequest:approved', 'approved'],
  ['pullrequest:unapproved', 'dismissed'],
  ['pullrequest:changes_request_created', 'changes-requested'],
  ['pullrequest:changes_request_removed', 'dismissed'],
]);

/** Each is a review of its own, also what takes one back, so that the first one keeps its time. */
const reviewsOf = (
  event: string,
  { approval, changes_request: request }: Event,
): Pick<Change, 'reviews' | 'approvedAt'> => {
  const state = STATES.get(event);
  const review = approval ?? request;
  if (!state || !review) return {};
  const reviewer = personOf(review.user);
  const submittedAt = review.date;
  const externalId = fitId(`${state}-${submittedAt.getTime()}-${reviewer?.name ?? 'somebody'}`);
  return {
    ...(state === 'approved' ? { approvedAt: submittedAt } : {}),
    reviews: [{ externalId, reviewer, state, submittedAt }],
  };
};
