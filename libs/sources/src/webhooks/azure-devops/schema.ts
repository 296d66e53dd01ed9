import { z } from 'zod';
import { Id, Moment, Text } from '../fields.ts';

/** .NET’s first day stands for a time that isn’t known. */
const isUnknown = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.startsWith('0001-'));
export const Time = z.preprocess((value) => (isUnknown(value) ? null : value), Moment.nullable());

const Named = z.object({ id: z.union([z.string(), z.number()]).nullish(), name: Text }).nullish();
export const Link = z.object({
  web: z.object({ href: Text }).nullish(),
  html: z.object({ href: Text }).nullish(),
});
const Identity = z.object({ displayName: Text, uniqueName: Text }).nullish();

/** What stands around the object of every event; `resource` is read by its own schema. */
export const Envelope = z.object({
  createdDate: Time,
  resource: z.unknown(),
  resourceContainers: z.object({ project: z.object({ id: Text }).nullish() }).nullish(),
});
export type Envelope = z.output<typeof Envelope>;

const BuildRepository = z.object({ id: Text, name: Text, type: Text, url: Text }).nullish();

/** A build, as the REST API and newer events show it, and as those of XAML pipelines do (`sourceGetVersion`). */
export const Build = z.object({
  id: Id,
  status: Text,
  result: Text,
  queueTime: Time,
  startTime: Time,
  finishTime: Time,
  reason: Text,
  definition: Named,
  project: Named,
  repository: BuildRepository,
  sourceBranch: Text,
  sourceVersion: Text,
  sourceGetVersion: Text,
  queue: z.object({ name: Text, pool: Named }).nullish(),
  requestedFor: Identity,
  requests: z.array(z.object({ requestedFor: Identity })).nullish(),
  _links: Link.nullish(),
});
export type Build = z.output<typeof Build>;

/** The change of a state of a run of a YAML pipeline. */
export const RunChange = z.object({
  run: z.object({
    id: Id,
    state: Text,
    result: Text,
    createdDate: Time,
    finishedDate: Time,
    _links: Link.nullish(),
    resources: z
      .object({
        repositories: z
          .record(
            z.string(),
            z.object({
              refName: Text,
              version: Text,
              repository: z.object({ fullName: Text, name: Text }).nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  }),
  pipeline: Named,
  project: Named,
  repositories: z.array(z.object({ url: Text, change: z.object({ version: Text }).nullish() })).nullish(),
});
export type RunChange = z.output<typeof RunChange>;
