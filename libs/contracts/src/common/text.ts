import { z } from 'zod';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LINE_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

const wellFormed = (value: string): boolean => value.isWellFormed();

/** One trimmed line of text: no control characters and no lone surrogates, which PostgreSQL could not store as sent. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !LINE_CONTROL.test(value), { error: 'must not contain control characters' })
    .refine(wellFormed, { error: 'must be well-formed Unicode' });

/** Text of several lines (a commit message, a description). */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !CONTROL.test(value), { error: 'must not contain control characters' })
    .refine(wellFormed, { error: 'must be well-formed Unicode' });

/** An identifier that another system made; compared exactly. */
export const ExternalId = line(200).describe('The id that the sending system gave it.');

/** The system that a row comes from, such as `github` or `jenkins-eu`. */
export const SourceName = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: 'must be lower-case letters, digits, dot, dash or underscore' })
  .describe('The system that the row comes from, such as `github`.');

/** The id of a workload: a team, a product or a service whose numbers are read together. */
export const WorkloadId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
    error: 'must be 1 to 63 lower-case letters, digits or dashes, beginning with a letter or digit',
  })
  .describe('Workload id.');

/** A repository name as the source writes it, such as `acme/shop-api`. */
export const RepositoryName = line(255).describe('Repository name, such as `acme/shop-api`.');

/** A commit hash: 7 to 64 hexadecimal digits, kept in lower case. */
export const CommitSha = z
  .string()
  .regex(/^[0-9a-fA-F]{7,64}$/, { error: 'must be 7 to 64 hexadecimal digits' })
  .transform((value) => value.toLowerCase());

/** An address that a browser may open. */
export const HttpUrl = line(2000)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), { error: 'must be an http(s) URL' })
  .describe('Where a person can look at it.');

/** Who did it; bots are told apart so that they can be left out of the numbers. */
export const ActorRef = z.strictObject({
  name: line(200),
  kind: z.enum(['user', 'bot']).default('user'),
});
export type ActorRef = z.output<typeof ActorRef>;
