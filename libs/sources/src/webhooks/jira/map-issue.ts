import type { IssueInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { describeIssue } from '../issue-labels.ts';
import { readPayload } from '../read-payload.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { environmentOf } from './environment-of.ts';
import { isBug } from './is-bug.ts';
import { DeletedIssue, IssueEvent } from './schema.ts';
import type { Change, Issue } from './schema.ts';

const MAX_LABELS = 100;

/** An issue as it stands. */
export const rowOfIssue = ({ key, self, fields }: Issue): Omit<IssueInput, 'workload'> => {
  const labels = (fields.labels ?? []).map((label) => fit(label, 200)).filter((label) => label !== null);
  const type = fit(fields.issuetype?.untranslatedName, 50) ?? fit(fields.issuetype?.name, 50);
  const labelled = describeIssue(labels, type);
  return {
    externalId: key,
    source: 'jira',
    type: type !== null && isBug(type) ? 'bug' : (fit(labelled.type, 50) ?? 'issue'),
    priority: fit(fields.priority?.name, 50) ?? labelled.priority,
    environmentFound: environmentOf(fields.environment) ?? labelled.environmentFound,
    title: fit(fields.summary, 1000),
    openedAt: fields.created,
    closedAt: closedAt(fields),
    labels: [...new Set(labels)].slice(0, MAX_LABELS),
    updatedAt: fields.updated ?? null,
    url: addressOf(key, self),
  };
};

/** Workflows without a resolution are told by the category of the status. */
const closedAt = (fields: Issue['fields']): Date | null => {
  if (fields.resolutiondate) return fields.resolutiondate;
  if (fields.status?.statusCategory?.key !== 'done') return null;
  return fields.statuscategorychangedate ?? fields.updated ?? fields.created;
};

/** Where people read it; `self` is its address in the REST API. */
const addressOf = (key: string, self: string | null | undefined): string | null => {
  const site = /^(https?:\/\/.+?)\/rest\/(?:api|agile)\//i.exec(self ?? '')?.[1];
  return site === undefined ? null : firstHttpUrl(`${site}/browse/${encodeURIComponent(key)}`);
};

const servicesOf = (project: Issue['fields']['project'], key: string): string[] =>
  serviceNames(project?.key ?? projectOf(key), project?.name, project?.id);

const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** A created or changed issue. One that moved has a new key: its old one is deleted where the old project counts. */
export const mapIssue = (payload: unknown): WebhookRows[] => {
  const { timestamp, issue, changelog } = readPayload(IssueEvent, payload);
  const row = rowOfIssue(issue);
  const rows = {
    services: servicesOf(issue.fields.project, issue.key),
    issues: [{ ...row, updatedAt: row.updatedAt ?? timestamp ?? null }],
  };
  return [...leftBehind(changelog?.items ?? [], issue.key), rows];
};

const leftBehind = (changes: readonly Change[], key: string): WebhookRows[] => {
  const old = fit(changes.find(({ field }) => field === 'Key')?.fromString, 190);
  if (old === null || old === key) return [];
  const project = changes.find(({ field }) => field?.toLowerCase() === 'project');
  return [
    { services: serviceNames(projectOf(old), project?.fromString, project?.from), deletedIssues: [old] },
  ];
};

/** An issue that is gone. */
export const mapDeletedIssue = (payload: unknown): WebhookRows[] => {
  const { issue } = readPayload(DeletedIssue, payload);
  return [{ services: servicesOf(issue.fields?.project, issue.key), deletedIssues: [issue.key] }];
};
