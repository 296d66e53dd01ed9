import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, shaOrNull } from '../fields.ts';
import { linkedIssues } from '../linked-issues.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { projectOf } from './project.ts';
import { MergeRequestEvent } from './schema.ts';

const MAX_LABELS = 100;

/**
 * A merge request as it stands. Who its author is the event doesn’t say: `user` is whoever did what it tells of, which
 * at its opening is the author.
 */
export const mapMergeRequest = (payload: unknown): WebhookRows[] => {
  const {
    project,
    user,
    object_attributes: request,
    labels,
    changes,
  } = readPayload(MergeRequestEvent, payload);
  const repository = project.path_with_namespace;
  const at = request.updated_at ?? request.created_at;
  const actor = actorOf(user?.username ?? user?.name);
  const isMerged = request.state === 'merged';
  const isDraft = request.draft ?? request.work_in_progress ?? false;
  const becameReady = changes?.draft?.previous === true && changes.draft.current === false;
  const isApproval = request.action === 'approved' || request.action === 'approval';
  const names = (labels ?? []).map((label) => fit(label.title, 200)).filter((name) => name !== null);
  return [
    {
      ...projectOf(project),
      changes: [
        {
          externalId: `${repository}!${request.iid}`,
          source: 'gitlab',
          repository,
          number: request.iid,
          title: fit(request.title, 1000),
          ...(request.action === 'open' ? { author: actor } : {}),
          branch: fit(request.source_branch, 255),
          targetBranch: fit(request.target_branch, 255),
          openedAt: request.created_at,
          ...(isDraft ? { readyAt: null } : becameReady ? { readyAt: at } : {}),
          ...(isApproval
            ? {
                approvedAt: at,
                reviews: [
                  {
                    externalId: `approval-${actor?.name ?? 'somebody'}`.slice(0, 200),
                    reviewer: actor,
                    state: 'approved' as const,
                    submittedAt: at,
                  },
                ],
              }
            : {}),
          mergedAt: isMerged ? at : null,
          closedAt: isMerged || request.state === 'closed' ? at : null,
          headCommit: shaOrNull(request.last_commit?.id),
          mergeCommit: isMerged ? shaOrNull(request.squash_commit_sha ?? request.merge_commit_sha) : null,
          linkedIssues: linkedIssues(request.description, repository),
          labels: [...new Set(names)].slice(0, MAX_LABELS),
          url: firstHttpUrl(request.url),
          updatedAt: request.updated_at ?? null,
        },
      ],
    },
  ];
};
