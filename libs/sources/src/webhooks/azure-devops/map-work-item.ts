import type { IssueInput } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { describeIssue } from '../issue-labels.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { resourceOf } from './resource-of.ts';
import type { Envelope } from './schema.ts';
import { Time } from './schema.ts';
import { WorkItemEvent } from './schema-git.ts';

type Fields = Readonly<Record<string, unknown>>;

const CLOSED = new Set(['closed', 'done', 'completed', 'removed', 'inactive']);
const MAX_LABELS = 100;
const PROJECT = 'System.TeamProject';

const textOf = (fields: Fields, name: string, max: number): string | null => {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  return typeof value === 'string' || typeof value === 'number' ? fit(String(value), max) : null;
};

const timeOf = (fields: Fields, name: string): Date | null =>
  Object.hasOwn(fields, name) ? (Time.safeParse(fields[name]).data ?? null) : null;

/** A work item as it stands. */
export const rowOfWorkItem = (id: number, fields: Fields): Omit<IssueInput, 'workload'> | null => {
  const openedAt = timeOf(fields, 'System.CreatedDate');
  if (openedAt === null) return null;
  const changedAt = timeOf(fields, 'System.ChangedDate');
  const tags = (textOf(fields, 'System.Tags', 10_000) ?? '').split(';').map((tag) => fit(tag, 200));
  const labels = [...new Set(tags.filter((tag) => tag !== null))].slice(0, MAX_LABELS);
  const told = describeIssue(labels, textOf(fields, 'System.WorkItemType', 50));
  const isClosed = CLOSED.has(textOf(fields, 'System.State', 50)?.toLowerCase() ?? '');
  const closedAt =
    timeOf(fields, 'Microsoft.VSTS.Common.ClosedDate') ??
    timeOf(fields, 'Microsoft.VSTS.Common.StateChangeDate') ??
    changedAt;
  return {
    externalId: String(id),
    source: 'azure-devops',
    type: fit(told.type, 50) ?? 'issue',
    priority: textOf(fields, 'Microsoft.VSTS.Common.Priority', 50) ?? told.priority,
    environmentFound: textOf(fields, 'Microsoft.VSTS.CMMI.FoundInEnvironment', 200) ?? told.environmentFound,
    title: textOf(fields, 'System.Title', 1000),
    openedAt,
    closedAt: isClosed ? closedAt : null,
    labels,
    updatedAt: changedAt,
  };
};

const read = (envelope: Envelope) => {
  const { id, workItemId, fields, revision, _links } = resourceOf(WorkItemEvent, envelope);
  const all = revision?.fields ?? fields ?? {};
  const areas = (textOf(all, 'System.AreaPath', 255) ?? '').split('\\');
  const services = serviceNames(
    textOf(all, PROJECT, 255),
    envelope.resourceContainers?.project?.id,
    ...areas.map((_, index) => areas.slice(0, index + 1).join('\\')),
  );
  // Of an update, `id` is the number of the update.
  const url = firstHttpUrl(_links?.html?.href, revision?._links?.html?.href);
  const from = revision ? movedFrom(fields ?? {}) : null;
  return { id: workItemId ?? id, fields: all, services, url, from };
};

/** A created, changed or restored work item. One that moved is deleted where its old project counts. */
export const mapWorkItem = (envelope: Envelope): WebhookRows[] => {
  const { id, fields, services, url, from } = read(envelope);
  const row = rowOfWorkItem(id, fields);
  if (row) {
    const left = from === null ? [] : [{ services: serviceNames(from), deletedIssues: [String(id)] }];
    return [...left, { services, issues: [{ ...row, url }] }];
  }
  const error = { path: 'resource.fields.System.CreatedDate', message: 'must be a time' };
  throw new DomainError('malformed-body', { detail: `${error.path}: ${error.message}`, errors: [error] });
};

/** The project that an update moved a work item out of. */
const movedFrom = (changes: Fields): string | null => {
  const change = Object.hasOwn(changes, PROJECT) ? changes[PROJECT] : null;
  return typeof change === 'object' && change !== null ? textOf(change as Fields, 'oldValue', 255) : null;
};

/** A work item in the recycle bin. */
export const mapDeletedWorkItem = (envelope: Envelope): WebhookRows => {
  const { id, services } = read(envelope);
  return { services, deletedIssues: [String(id)] };
};
