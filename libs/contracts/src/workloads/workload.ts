import { z } from 'zod';
import { HttpUrl, line, paragraph, RepositoryName, WorkloadId } from '../common/text.ts';
import { TimestampOut, TimeZone } from '../common/time.ts';

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

const Minute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'must be HH:MM' });

/** When the people of a workload work; the end is outside. */
export const WorkingHours = z
  .strictObject({
    timezone: TimeZone,
    days: z
      .array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']))
      .min(1)
      .max(7)
      .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
    start: Minute.default('09:00'),
    end: Minute.default('17:00'),
  })
  .refine((hours) => hours.start < hours.end, { error: 'end lies before start', path: ['end'] });
export type WorkingHours = z.output<typeof WorkingHours>;

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
  services: z
    .array(line(200))
    .max(500)
    .default([])
    .describe(
      'Services of incident tools and projects of trackers (name, key or id; `*` stands for any characters) whose incidents and issues belong to it.',
    ),
  workingHours: WorkingHours.nullable()
    .default(null)
    .describe('For `working-pattern` and `non-working-pattern`; null: Monday to Friday, 09:00 to 17:00 UTC.'),
  runnerRates: z
    .record(line(100), z.number().min(0).max(1_000_000))
    .default({})
    .describe('Cost of a minute by kind of runner, for `pipeline-cost`, such as {"ubuntu-latest": 0.008}.'),
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
    services: z.array(z.string()),
    workingHours: z
      .object({ timezone: z.string(), days: z.array(z.string()), start: z.string(), end: z.string() })
      .nullable(),
    runnerRates: z.record(z.string(), z.number()),
    created: TimestampOut,
    updated: TimestampOut,
  })
  .meta({ id: 'Workload' });
export type Workload = z.output<typeof Workload>;
