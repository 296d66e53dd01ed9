import { z } from 'zod';
import { HttpUrl, line, paragraph, RepositoryName, WorkloadId } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

/** Tag keys and values, such as `{"department": "sales"}`. A Map-like record without inherited names. */
export const Tags = z
  .record(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, { error: 'tag keys are lower-case letters, digits, . _ -' }),
    line(200),
  )
  .refine((tags) => Object.keys(tags).length <= 50, { error: 'at most 50 tags' });

/** A repository by exact name, or many by a pattern in which `*` stands for any characters. */
export const RepositoryRef = z.strictObject({
  name: RepositoryName.describe('Exact name, or a pattern with `*`, such as `acme/shop-*`.'),
  url: HttpUrl.optional(),
  defaultBranch: line(255)
    .optional()
    .describe('Coverage is read from it; `main` or `master` where not given.'),
});

export const RepositoryGroup = z.strictObject({
  name: line(100),
  repositories: z.array(RepositoryRef).max(1000).default([]),
});
export type RepositoryGroup = z.output<typeof RepositoryGroup>;

const fields = {
  name: line(200),
  description: paragraph(2000).default(''),
  tags: Tags.default({}),
  repositoryGroups: z
    .array(RepositoryGroup)
    .max(200)
    .default([])
    .refine((groups) => new Set(groups.map((group) => group.name)).size === groups.length, {
      error: 'group names must be unique',
    }),
};

/** A workload as it is written. */
export const WorkloadInput = z
  .strictObject({
    // `all` means every workload in a query.
    id: WorkloadId.refine((id) => id !== 'all', { error: '`all` is a reserved word' }),
    ...fields,
  })
  .meta({ id: 'WorkloadInput' });
export type WorkloadInput = z.output<typeof WorkloadInput>;

/** The body of `PUT /workloads/{id}`: everything but the id, which the path names. */
export const workloadFields = fields;

export const Workload = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    tags: z.record(z.string(), z.string()),
    repositoryGroups: z.array(
      z.object({
        name: z.string(),
        repositories: z.array(
          z.object({ name: z.string(), url: z.string().optional(), defaultBranch: z.string().optional() }),
        ),
      }),
    ),
    created: TimestampOut,
    updated: TimestampOut,
  })
  .meta({ id: 'Workload' });
export type Workload = z.output<typeof Workload>;
