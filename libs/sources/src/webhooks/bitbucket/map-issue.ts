import { firstHttpUrl, fit } from '../../fit-text.ts';
import { issueType } from '../issue-labels.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { repositoryOf } from './repository.ts';
import { IssueEvent } from './schema.ts';

const CLOSED = new Set(['resolved', 'closed', 'invalid', 'duplicate', 'wontfix']);

/**
 * A work item as it stands. Only the event that changes its state tells when it was closed; of a closed one any other
 * is left out.
 */
export const mapIssue = (_event: string, payload: unknown): WebhookRows[] => {
  const { repository, issue, changes } = readPayload(IssueEvent, payload);
  const isClosed = CLOSED.has(issue.state);
  if (isClosed && changes && !changes.status && !changes.state) return [];
  return [
    {
      ...repositoryOf(repository),
      issues: [
        {
          externalId: `${repository.full_name}#${issue.id}`,
          source: 'bitbucket',
          repository: repository.full_name,
          type: issue.kind === 'enhancement' ? 'feature' : (issueType(issue.kind) ?? 'issue'),
          priority: fit(issue.priority, 50),
          title: fit(issue.title, 1000),
          openedAt: issue.created_on,
          closedAt: isClosed ? (issue.updated_on ?? issue.created_on) : null,
          url: firstHttpUrl(issue.links?.html?.href),
          updatedAt: issue.updated_on ?? null,
        },
      ],
    },
  ];
};
