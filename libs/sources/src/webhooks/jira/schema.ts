import { z } from 'zod';
import { Moment, Text } from '../fields.ts';

/** `SHOP-12`; an administrator may allow other letters in a project’s key. */
const Key = z
  .string()
  .max(190)
  .regex(/^[^\s\u0000-\u001f\u007f-\u009f]+-\d+$/, { error: 'must be the key of an issue' });

export const Fields = z.object({
  summary: Text,
  issuetype: z.object({ name: Text, untranslatedName: Text }).nullish(),
  priority: z.object({ name: Text }).nullish(),
  // Plain text in webhooks, a document of paragraphs in version 3 of the REST API.
  environment: z.unknown(),
  labels: z.array(z.string()).nullish(),
  status: z.object({ statusCategory: z.object({ key: Text }).nullish() }).nullish(),
  project: z.object({ id: Text, key: Text, name: Text }).nullish(),
  created: Moment,
  updated: Moment.nullish(),
  resolutiondate: Moment.nullish(),
  statuscategorychangedate: Moment.nullish(),
});

/** An issue, as events and the REST API show it; of its fields only those that are read. */
export const Issue = z.object({ key: Key, self: Text, fields: Fields });
export type Issue = z.output<typeof Issue>;

const Change = z.object({ field: Text, from: Text, fromString: Text });
export type Change = z.output<typeof Change>;

export const IssueEvent = z.object({
  timestamp: Moment.nullish(),
  issue: Issue,
  changelog: z.object({ items: z.array(Change).nullish() }).nullish(),
});

/** A deleted issue needs no more than its key. */
export const DeletedIssue = z.object({
  issue: z.object({ key: Key, fields: Fields.pick({ project: true }).nullish() }),
});
