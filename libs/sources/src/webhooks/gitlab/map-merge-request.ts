import type { ChangeInput, ReviewInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, lookUp, shaOrNull } from '../fields.ts';
import { fitId } from '../fit-id.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { closingIssues } from './closing-issues.ts';
import { labelsOf, projectOf } from './project.ts';
import { MergeRequestEvent } from './schema.ts';

const MAX_LABELS = 100;

type Event = z.output<typeof MergeRequestEvent>;
type Change = Omit<ChangeInput, 'workload'>;

/** A merge request as it stands. */
export const mapMergeRequest = (payload: unknown): WebhookRows[] => {
  const event = readPayload(MergeRequestEvent, payload);
  const { project, object_attributes: request } = event;
  const end = endOf(request);
  if (!end) return [];
  const repository = project.path_with_namespace;
  const author = authorOf(event);
  const change: Change = {
    externalId: `${repository}!${request.iid}`,
    source: 'gitlab',
    repository,
    number: request.iid,
    title: fit(request.title, 1000),
    ...(author ? { author } : {}),
    branch: fit(request.source_branch, 255),
    targetBranch: fit(request.target_branch, 255),
    openedAt: request.created_at,
    ...readyAt(event),
    ...reviewsOf(event),
    ...end,
    headCommit: shaOrNull(request.last_commit?.id),
    mergeCommit:
      request.state === 'merged' ? shaOrNull(request.squash_commit_sha ?? request.merge_commit_sha) : null,
    linkedIssues: closingIssues(request.description, repository),
    labels: labelsOf(event.labels).slice(0, MAX_LABELS),
    url: firstHttpUrl(request.url),
    updatedAt: request.updated_at ?? null,
  };
  return [{ ...projectOf(project), changes: [change] }];
};

/**
 * Only the event of the merge or close itself tells when it was; at a later one `updated_at` is the time of that. A
 * merged one that was not seen merging is taken as closed then, so that it isn’t open for ever; of a closed one such an
 * event is left out (undefined).
 */
const endOf = ({
  state,
  action,
  updated_at,
  created_at,
}: Event['object_attributes']): Pick<Change, 'mergedAt' | 'closedAt'> | undefined => {
  const at = updated_at ?? created_at;
  if (state === 'merged') return { ...(action === 'merge' || !action ? { mergedAt: at } : {}), closedAt: at };
  if (state !== 'closed') return { mergedAt: null, closedAt: null };
  return action === 'close' || !action ? { mergedAt: null, closedAt: at } : undefined;
};

/** The event names its author by number alone; `user` is whoever acted, which at the opening is the author. */
const authorOf = ({ user, object_attributes: { author_id, action }, assignees, reviewers }: Event) => {
  const people = [user, ...(assignees ?? []), ...(reviewers ?? [])];
  const known = people.find((person) => typeof author_id === 'number' && person?.id === author_id);
  const isOther = typeof author_id === 'number' && typeof user?.id === 'number' && user.id !== author_id;
  const author = known ?? (action === 'open' && !isOther ? user : undefined);
  return actorOf(author?.username ?? author?.name);
};

/** Only the event itself tells when it left the draft state; any later one leaves out what was stored then. */
const readyAt = ({ object_attributes: request, changes }: Event): Pick<Change, 'readyAt'> => {
  if (request.draft ?? request.work_in_progress) return { readyAt: null };
  const became = changes?.draft ?? changes?.work_in_progress;
  return became?.previous === true ? { readyAt: request.updated_at ?? request.created_at } : {};
};

const STATES: Readonly<Record<string, ReviewInput['state']>> = {
  approved: 'approved',
  approval: 'approved',
  unapproved: 'dismissed',
  unapproval: 'dismissed',
};

/** Each approval, and each that is taken back, is a review of its own, so that the first one keeps its time. */
const reviewsOf = ({ user, object_attributes: request }: Event): Pick<Change, 'reviews' | 'approvedAt'> => {
  const state = lookUp(STATES, request.action);
  // After a push GitLab itself takes approvals back; `user` is then who pushed.
  if (!state || request.system) return {};
  const reviewer = actorOf(user?.username ?? user?.name);
  // The merge request itself isn’t touched by an approval; older versions tell no better time.
  const submittedAt = request.actioned_at ?? request.updated_at ?? request.created_at;
  const externalId = fitId(`${state}-${submittedAt.getTime()}-${reviewer?.name ?? 'somebody'}`);
  return {
    // `approval` is one of several that are needed.
    ...(request.action === 'approved' ? { approvedAt: submittedAt } : {}),
    reviews: [{ externalId, reviewer, state, submittedAt }],
  };
};
