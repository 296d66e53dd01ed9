import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Dimension, Fill, Filters, Metric, SourceRowKind, WorkingHours } from '@codemetrics/contracts';
import type { Bands } from './bands/bands.ts';

/** The rows that a metric looks at: some workloads, from an instant up to, not including, another. */
export interface RowScope {
  readonly workloads: readonly string[];
  readonly from: RawBuilder<Date>;
  readonly to: RawBuilder<Date>;
  /** The default branches that are known; a repository that isn't here has the usual one. */
  readonly defaultBranches: readonly DefaultBranch[];
  /** When each workload's people work. */
  readonly workingHours: readonly { readonly workload: string; readonly hours: WorkingHours }[];
  /** Cost of a minute by workload and kind of runner. */
  readonly runnerRates: readonly {
    readonly workload: string;
    readonly runner: string;
    readonly rate: number;
  }[];
  /** What the query filters by. The planner applies it to the rows' columns; only SQL that aggregates before needs it. */
  readonly filters: Filters;
}

/** Which branch of a repository is its default one. */
export interface DefaultBranch {
  readonly workload: string;
  readonly repository: string;
  readonly branch: string;
}

/**
 * The SQL of a metric: a select that yields one row for each thing that counts, with
 * `workload_id`, `at` (what its bucket is told by), `id` (what an explanation names) and its dimensions' columns
 * (`COLUMNS` in planner/scope-sql.ts names them);
 * a ratio adds `numerator` (0 or 1), a distribution, sum or mean `value` (float8), and `excluded` names why a row can't
 * count (else null). Rows of a metric that tells people from bots have `actor_kind`.
 */
export type Rows<P> = (scope: RowScope, parameters: P) => RawBuilder<unknown>;

/** What the rows' ids name, so that an explanation can be read. */
interface Explained {
  readonly explains: SourceRowKind;
}

interface EventMeasure<P> extends Explained {
  readonly kind: 'count' | 'sum' | 'mean' | 'ratio' | 'distribution';
  readonly rows: Rows<P>;
  /** Rows that share an id, such as those of each repository of one deployment, count once in a group. */
  readonly distinct?: boolean;
  /** The reasons that `excluded` can give. */
  readonly exclusions?: readonly string[];
}

/**
 * A state that stays until the next report: `rows` yields `workload_id`, `repository`, `entity` (what a newer row
 * replaces), `at`, `id`, `on_default_branch`, `numerator` and `denominator`, for all time up to the scope's end.
 */
interface GaugeMeasure<P> extends Explained {
  readonly kind: 'gauge';
  readonly rows: Rows<P>;
  /** `percent`: Σ numerator ÷ Σ denominator × 100; `total`: Σ numerator, and `count` tells how many reports stand. */
  readonly scale: 'percent' | 'total';
}

/**
 * What is open at a time: `rows` yields `workload_id`, `id`, `at` (from when) and `until` (up to, not including; null:
 * still open), for all time up to the scope's end. Its value is how many ids are open at a bucket's end.
 */
interface StockMeasure<P> extends Explained {
  readonly kind: 'stock';
  readonly rows: Rows<P>;
}

/** A column of a table; `name` is that of the SQL's column. */
export interface TableColumn {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
}

/**
 * Rows of its own instead of points: `rows` yields `workload_id`, `repository`, its columns and `rank` (float8, highest
 * first) over the whole range, having applied the filters itself (`filterSql`).
 */
interface TableMeasure<P> {
  readonly kind: 'table';
  readonly rows: Rows<P>;
  readonly columns: readonly TableColumn[];
  /** Columns of numbers that are added up, as `rank` is, over the rows of a group that are alike in all others. */
  readonly sums?: readonly string[];
  /** How many rows each table answers with where the parameters don't say; 100 where left out. */
  readonly limit?: number;
}

export interface MetricDefinition<P = unknown> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly definition: string;
  readonly unit: Metric['unit'];
  readonly direction: Metric['direction'];
  readonly fill: Fill;
  readonly dimensions: readonly Dimension[];
  readonly parameters: z.ZodType<P>;
  readonly data: readonly string[];
  /** One of the few that stand on an overview of many workloads. */
  readonly headline?: true;
  /** Whose rows count where nobody says; left out: the metric doesn't tell people from bots. */
  readonly actors?: 'all' | 'human';
  /** Newest first. */
  readonly bands?: readonly Bands[];
  readonly measure: EventMeasure<P> | GaugeMeasure<P> | StockMeasure<P> | TableMeasure<P>;
}

/** Parameters of a metric that has none. */
export const NoParameters = z.strictObject({});

/** Declares a metric. The type of its parameters stays inside, so that the catalogue is one plain list. */
export const defineMetric = <P>(metric: MetricDefinition<P>): MetricDefinition =>
  metric as unknown as MetricDefinition;

/** The reasons for which rows of a metric can't count. */
export const exclusionsOf = ({ measure }: MetricDefinition): readonly string[] =>
  'exclusions' in measure ? (measure.exclusions ?? []) : [];

/** What the ids of a metric's explanations name; null: a table explains itself. */
export const sourceRowsOf = ({ measure }: MetricDefinition): SourceRowKind | null =>
  'explains' in measure ? measure.explains : null;

/** The metric as the API describes it. */
export const describeMetric = (metric: MetricDefinition): Metric => ({
  id: metric.id,
  title: metric.title,
  description: metric.description,
  definition: metric.definition,
  unit: metric.unit,
  direction: metric.direction,
  kind: metric.measure.kind,
  fill: metric.fill,
  dimensions: [...metric.dimensions],
  parameters: z.toJSONSchema(metric.parameters, { io: 'input' }) as Record<string, unknown>,
  bands: (metric.bands ?? []).map((one) => ({ ...one, levels: one.levels.map((level) => ({ ...level })) })),
  actors: metric.actors ?? null,
  headline: metric.headline ?? false,
  data: [...metric.data],
});
