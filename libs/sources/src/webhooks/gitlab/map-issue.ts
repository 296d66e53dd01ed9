import { firstHttpUrl, fit } from '../../fit-text.ts';
import { describeIssue } from '../issue-labels.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { labelsOf, projectOf } from './project.ts';
import { IssueEvent } from './schema.ts';

const MAX_LABELS = 100;

/** A work item as it stands; one of the type incident is an incident, and no longer the issue that it may have been. */
export const mapIssue = (payload: unknown): WebhookRows[] => {
  const { project, object_attributes: issue, labels } = readPayload(IssueEvent, payload);
  // Epics belong to a group.
  if (!project) return [];
  const repository = project.path_with_namespace;
  const type = (issue.issue_type ?? issue.type)?.toLowerCase();
  const closedAt =
    issue.state === 'closed' ? (issue.closed_at ?? issue.updated_at ?? issue.created_at) : null;
  const shared = {
    externalId: `${repository}#${issue.iid}`,
    source: 'gitlab',
    openedAt: issue.created_at,
    url: firstHttpUrl(issue.url),
    updatedAt: issue.updated_at ?? null,
  };
  if (type === 'incident') {
    const severity = issue.severity === 'unknown' ? null : fit(issue.severity, 50);
    const incident = { ...shared, severity, title: fit(issue.title, 500), resolvedAt: closedAt };
    return [{ ...projectOf(project), incidents: [incident], deletedIssues: [shared.externalId] }];
  }
  const names = labelsOf(labels);
  return [
    {
      ...projectOf(project),
      issues: [
        {
          ...shared,
          repository,
          ...describeIssue(names, type === 'issue' ? null : type),
          title: fit(issue.title, 1000),
          closedAt,
          labels: names.slice(0, MAX_LABELS),
        },
      ],
    },
  ];
};
