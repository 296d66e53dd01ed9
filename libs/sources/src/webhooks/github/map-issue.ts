import { firstHttpUrl, fit } from '../../fit-text.ts';
import { describeIssue } from '../issue-labels.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { IssuesEvent } from './schema.ts';

/** A work item as it stands after any event about it; one that was deleted or moved away is no more. */
export const mapIssue = (payload: unknown): GithubRows | null => {
  const { action, repository, issue } = readPayload(IssuesEvent, payload);
  // To GitHub a pull request is an issue too.
  if (issue.pull_request) return null;
  const externalId = `${repository.full_name}#${issue.number}`;
  if (action === 'deleted' || action === 'transferred')
    return rowsOf(repository, { deletedIssues: [externalId] });
  const labels = (issue.labels ?? []).map((label) => fit(label.name, 200)).filter((name) => name !== null);
  return rowsOf(repository, {
    issues: [
      {
        externalId,
        source: 'github',
        repository: repository.full_name,
        ...describeIssue(labels, issue.type?.name),
        title: fit(issue.title, 1000),
        openedAt: issue.created_at,
        closedAt: issue.closed_at ?? null,
        labels: [...new Set(labels)].slice(0, 100),
        url: firstHttpUrl(issue.html_url),
        updatedAt: issue.updated_at ?? null,
      },
    ],
  });
};
