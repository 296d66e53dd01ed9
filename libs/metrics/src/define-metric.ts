import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Dimension, Fill, Metric } from '@codemetrics/contracts';

/** The rows that a metric looks at: some workloads, from an instant up to, not including, another. */
export interface RowScope {
  readonly workloads: readonly string[];
  readonly from: RawBuilder<Date>;
  readonly to: RawBuilder<Date>;
  /** The default branches that are known; a repository that isn't here has the usual one. */
  readonly defaultBranches: readonly DefaultBranch[];
}

/** Which branch of a repository is its default one. */
export interface DefaultBranch {
  readonly workload: string;
  readonly repository: string;
  readonly branch: string;
}

/**
 * The SQL of a metric: a select that yields one row for each thing that counts, with
 * `workload_id`, `at` (what its bucket is told by), `id` (what an explanation names) and its dimensions' columns;
 * a ratio adds `numerator` (0 or 1), a distribution `value`, and `excluded` names why a row can't count (else null).
 */
export type Rows<P> = (scope: RowScope, parameters: P) => RawBuilder<unknown>;

interface EventMeasure<P> {
  readonly kind: 'count' | 'ratio' | 'distribution';
  readonly rows: Rows<P>;
  /** Rows that share an id count once. */
  readonly distinct?: boolean;
  /** The reasons that `excluded` can give. */
  readonly exclusions?: readonly string[];
}

/**
 * A state that stays until the next report: `rows` yields `workload_id`, `repository`, `entity` (what a newer row
 * replaces), `at`, `id`, `numerator` and `denominator`, for all time up to the scope's end.
 */
interface GaugeMeasure<P> {
  readonly kind: 'gauge';
  readonly rows: Rows<P>;
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
  readonly measure: EventMeasure<P> | GaugeMeasure<P>;
}

/** Parameters of a metric that has none. */
export const NoParameters = z.strictObject({});

/** Declares a metric. The type of its parameters stays inside, so that the catalogue is one plain list. */
export const defineMetric = <P>(metric: MetricDefinition<P>): MetricDefinition =>
  metric as unknown as MetricDefinition;

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
  bands: null,
  data: [...metric.data],
});
