import { z } from 'zod';
import { fit } from '../../fit-text.ts';
import { Moment, Text } from '../fields.ts';

/** An id or a source: any text that leaves something once it is cleaned. */
const Name = z
  .string()
  .max(10_000)
  .refine((text) => fit(text, 200) !== null, { error: 'must not be empty' });

/** A reference to another subject; older senders write its id alone. */
const Reference = z
  .union([
    z.object({ id: Text, source: Text, name: Text, url: Text }),
    z.string().transform((id) => ({ id, source: null, name: null, url: null })),
  ])
  .nullish();
export type Reference = z.output<typeof Reference>;

/** Of each subject's content only the fields that are read; `url` and `status` are those of the first drafts. */
const Content = z.object({
  pipelineName: Text,
  taskName: Text,
  pipelineRun: Reference,
  outcome: Text,
  status: Text,
  uri: Text,
  url: Text,
  artifactId: Text,
  environment: Reference,
  service: Reference,
  repository: Reference,
  description: Text,
  ticketURI: Text,
  summary: Text,
  ticketType: Text,
  group: Text,
  priority: Text,
  labels: z.array(z.string()).nullish(),
});

const Word = Text.catch(null);

/** What the specification has no field for and a sender may add. It is the sender's own: what doesn't fit is no error. */
const CustomData = z
  .object({
    repository: Word,
    branch: Word,
    targetBranch: Word,
    commit: Word,
    author: Word,
    severity: Word,
    environmentFound: Word,
    openedAt: Moment.nullish().catch(null),
  })
  .partial()
  .catch({});

export const CdEvent = z.object({
  context: z.object({ id: Name, source: Name, timestamp: Moment }),
  subject: z.object({
    id: Name,
    source: Text,
    content: Content.nullish().transform((content) => content ?? {}),
  }),
  customData: CustomData,
});
export type CdEvent = z.output<typeof CdEvent>;
