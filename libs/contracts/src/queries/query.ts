import { z } from 'zod';
import { line, RepositoryName, SourceName, WorkloadId } from '../common/text.ts';
import { CalendarDate, TimestampOut, TimeZone } from '../common/time.ts';

export const Interval = z.enum(['day', 'week', 'month', 'quarter', 'year', 'total']);
export type Interval = z.output<typeof Interval>;

export const Fill = z.enum(['null', 'zero', 'previous']);
export type Fill = z.output<typeof Fill>;

/** What a metric can be grouped by; `tag:KEY` by the value of a workload's tag. */
export const Dimension = z.enum([
  'workload',
  'repository',
  'repositoryGroup',
  'job',
  'branch',
  'actor',
  'conclusion',
  'environment',
  'severity',
  'stage',
  'runner',
  'category',
  'distance',
  'outcome',
  'priority',
  'tool',
  'tag',
]);
export type Dimension = z.output<typeof Dimension>;

const MAX_RANGE_DAYS = 3660;

/** Both ends are included. */
export const DateRange = z
  .strictObject({ start: CalendarDate, end: CalendarDate })
  .refine((range) => range.start <= range.end, { error: 'end lies before start', path: ['end'] })
  .refine((range) => Date.parse(range.end) - Date.parse(range.start) <= MAX_RANGE_DAYS * 86_400_000, {
    error: 'the range is longer than 10 years',
    path: ['end'],
  });

/** Narrows the rows that count. A repository group is one of the workload's own. */
export const Filters = z.strictObject({
  repositories: z.array(RepositoryName).min(1).max(500).optional(),
  repositoryGroups: z.array(line(100)).min(1).max(200).optional(),
  jobs: z.array(line(255)).min(1).max(500).optional(),
  branches: z.array(line(255)).min(1).max(500).optional(),
  tags: z.record(line(63), z.union([line(200), z.array(line(200)).min(1).max(100)])).optional(),
  actors: z.enum(['human', 'bot', 'all']).optional(),
  stages: z.array(line(100)).min(1).max(100).optional(),
  environments: z.array(line(200)).min(1).max(100).optional(),
  sources: z.array(SourceName).min(1).max(100).optional(),
});
export type Filters = z.output<typeof Filters>;

/** A metric by its id, or with parameters of its own. */
export const MetricRef = z.union([
  line(100),
  z.strictObject({ query: line(100), parameters: z.record(line(50), z.unknown()).default({}) }),
]);

export const QueryInput = z.strictObject({
  queries: z.array(MetricRef).min(1).max(50),
  workloads: z
    .union([z.tuple([z.literal('all')]), z.array(WorkloadId).min(1).max(1000)])
    .optional()
    .describe('Left out or `["all"]`: every workload that the caller may see.'),
  dateRange: DateRange,
  interval: Interval.optional().describe('Left out: chosen so that at most about 60 points result.'),
  timezone: TimeZone.default('UTC'),
  groupBy: z
    .array(line(80))
    .max(4)
    .default(['workload'])
    .describe(
      '`workload`, `repository`, `repositoryGroup`, `job`, `branch`, `actor`, `tag:KEY`, … as the metric allows; [] pools all.',
    ),
  filters: Filters.default({}),
  rollingAverage: z
    .array(z.int().min(1).max(366))
    .min(1)
    .max(4)
    .optional()
    .describe('Adds to each point the average over so many days up to its bucket’s end, such as [28, 84].'),
  compareTo: z.enum(['previous-period']).optional(),
  fill: Fill.optional().describe('Left out: as the metric defines.'),
  explain: z.boolean().default(false).describe('Adds the ids of up to 50 source rows to each point.'),
});
export type QueryInput = z.output<typeof QueryInput>;

const Excluded = z.record(z.string(), z.int());

/** One bucket. `date` is its first day in the query's time zone. */
export const Point = z.object({
  date: z.string(),
  value: z.number().nullable(),
  count: z.int().optional().describe('The denominator of a ratio, or the number of rows.'),
  p75: z.number().nullable().optional(),
  p90: z.number().nullable().optional(),
  p95: z.number().nullable().optional(),
  excluded: z.int().optional().describe('Rows that could not count.'),
  rolling: z
    .record(z.string(), z.number().nullable())
    .optional()
    .describe(
      'By number of days: pooled over the days up to the bucket’s end; a count as its mean per bucket.',
    ),
  partial: z.literal(true).optional().describe('The bucket is still running.'),
  explain: z
    .object({ rows: z.array(z.string()), excluded: Excluded })
    .optional()
    .describe('Ids of up to 50 source rows, and why rows were left out.'),
});
export type Point = z.output<typeof Point>;

export const Summary = z.object({
  value: z.number().nullable(),
  count: z.int().optional(),
  previous: z.number().nullable(),
  change: z.number().nullable().describe('value − previous, in the metric’s unit.'),
  perDay: z
    .number()
    .optional()
    .describe('Of a count: the mean per day of the range, as far as it has passed.'),
  medianDaysPerWeek: z
    .number()
    .nullable()
    .optional()
    .describe(
      'Of deployments: the median number of days with one, over the weeks of the range; what its band is told by.',
    ),
  band: z
    .object({ name: z.string(), year: z.int() })
    .nullable()
    .describe('The performance level of the DORA report of that year.'),
});
export type Summary = z.output<typeof Summary>;

export const Series = z.object({
  group: z.record(z.string(), z.string().nullable()),
  points: z.array(Point),
  summary: Summary,
});
export type Series = z.output<typeof Series>;

/** A metric whose answer is rows of its own: files, or pairs of files. Highest first. */
export const ResultTable = z.object({
  group: z.record(z.string(), z.string().nullable()),
  columns: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  total: z.int().describe('How many rows there are; `rows` holds the first of them.'),
});
export type ResultTable = z.output<typeof ResultTable>;

export const MetricResult = z.object({
  query: z.string(),
  title: z.string(),
  unit: z.string(),
  series: z.array(Series),
  tables: z.array(ResultTable).optional().describe('Of a metric of kind `table`, in place of series.'),
  error: z
    .object({ code: z.string(), title: z.string(), detail: z.string() })
    .optional()
    .describe('Why this metric could not be answered, while others of the call were.'),
});
export type MetricResult = z.output<typeof MetricResult>;

export const QueryResult = z
  .object({
    dateRange: z.object({ start: z.string(), end: z.string() }),
    interval: Interval,
    timezone: z.string(),
    results: z.array(MetricResult),
    asOf: TimestampOut,
  })
  .meta({ id: 'QueryResult' });
export type QueryResult = z.output<typeof QueryResult>;

/** One metric as the catalogue describes it. */
export const Metric = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    definition: z.string().describe('Exactly what the number means.'),
    unit: z.enum(['percent', 'count', 'seconds', 'lines', 'ratio', 'currency', 'score']),
    direction: z.enum(['up', 'down', 'none']).describe('Which way is better.'),
    kind: z.enum(['count', 'sum', 'mean', 'ratio', 'distribution', 'gauge', 'stock', 'table']),
    fill: Fill,
    dimensions: z.array(Dimension),
    parameters: z.record(z.string(), z.unknown()).describe('JSON Schema of its parameters.'),
    bands: z
      .array(
        z.object({
          year: z.int(),
          source: z.string(),
          measuredBy: z.string().describe('The figure of a summary that decides.'),
          levels: z.array(
            z.object({
              name: z.string(),
              from: z.number().nullable().describe('The figure is at least this.'),
              to: z.number().nullable().describe('The figure is less than this.'),
            }),
          ),
        }),
      )
      .describe(
        'By the year of the DORA report that they come from, newest first; a summary uses the newest.',
      ),
    actors: z
      .enum(['all', 'human'])
      .nullable()
      .describe(
        'Whose rows count where `filters.actors` is left out; null: it doesn’t tell people from bots.',
      ),
    headline: z.boolean().describe('Whether it stands on an overview of many workloads.'),
    data: z.array(z.string()).describe('The kinds of data that it needs.'),
  })
  .meta({ id: 'Metric' });
export type Metric = z.output<typeof Metric>;
