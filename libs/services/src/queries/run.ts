import { setImmediate } from 'node:timers/promises';
import type { MetricResult, QueryResult } from '@codemetrics/contracts';
import { DomainError, invalidInput, PROBLEMS } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import type { MetricDefinition, Plan, PlanWorkload } from '@codemetrics/metrics';
import { checkPlan, defaultInterval, findMetric, MAX_POINTS } from '@codemetrics/metrics';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { normaliseError } from '../normalise-error.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { answerMetric } from './answer-metric.ts';
import { refreshDeliveries } from './refresh-deliveries.ts';
import { resolveWorkloads } from './resolve-workloads.ts';

type Input = VerbInput<'query', 'run'>;

/** A metric that a query asks for, with its parameters read. */
export interface Asked {
  readonly metric: MetricDefinition;
  readonly parameters: unknown;
}

/** The metric that a reference names, its parameters read and every grouping and filter known to it. */
const ask = (input: Input, ref: Input['queries'][number], index: number): Asked => {
  const id = typeof ref === 'string' ? ref : ref.query;
  const metric = findMetric(id);
  if (!metric)
    throw new DomainError('unknown-metric', {
      detail: `There is no metric ${id}.`,
      errors: [{ path: `queries[${index}]`, message: `unknown metric ${id}` }],
    });
  checkPlan(metric, input.groupBy, input.filters);
  const parameters = metric.parameters.safeParse(typeof ref === 'string' ? {} : ref.parameters);
  if (!parameters.success) {
    // Named by their place in the call, not within the parameters alone.
    for (const issue of parameters.error.issues) issue.path.unshift('queries', index, 'parameters');
    throw invalidInput(parameters.error);
  }
  return { metric, parameters: parameters.data };
};

/** Every metric that a query asks for; what is wrong with any of them refuses the whole call. */
export const askAll = (input: Input): Asked[] => input.queries.map((ref, index) => ask(input, ref, index));

const planOf = (input: Input, asked: Asked, workloads: readonly PlanWorkload[], now: Date): Plan => {
  const { metric, parameters } = asked;
  const actors = input.filters.actors ?? metric.actors;
  return {
    metric,
    parameters,
    workloads,
    range: input.dateRange,
    interval: input.interval ?? defaultInterval(input.dateRange),
    timezone: input.timezone,
    groupBy: input.groupBy,
    filters: actors === undefined ? input.filters : { ...input.filters, actors },
    fill: input.fill ?? metric.fill,
    rollingAverage: input.rollingAverage ?? [],
    explain: input.explain,
    now,
  };
};

/** What a metric that failed answers, beside others that did not. */
const failed = ({ metric }: Asked, error: unknown): MetricResult => {
  const { code, detail } = normaliseError(error);
  const { id: query, title, unit } = metric;
  return {
    ...{ query, title, unit, series: [] },
    error: { code, title: PROBLEMS[code].title, detail: detail ?? PROBLEMS[code].help },
  };
};

/** What a query runs with beside its input. */
export interface QueryRun {
  /** Where the statements go; a job brings a connection of its own. */
  readonly db: Executor;
  /** Called before each metric with how many are done; may throw to stop. */
  readonly onProgress?: (done: number) => Promise<void>;
}

const pointsOf = ({ series }: MetricResult): number =>
  series.reduce((sum, one) => sum + one.points.length, 0);

/** Runs a query that has been checked. */
export const executeQuery = async (
  deps: Deps,
  actor: Actor,
  input: Input,
  asked: readonly Asked[],
  { db, onProgress }: QueryRun,
): Promise<QueryResult> => {
  const workloads = await resolveWorkloads(deps, actor, input.workloads, input.filters.tags);
  if (asked.some(({ metric }) => metric.data.includes('commits') && metric.data.includes('deployments')))
    await refreshDeliveries(
      deps,
      workloads.map((workload) => workload.id),
    );
  const now = deps.now();
  const results: MetricResult[] = [];
  let points = 0;
  for (const [done, one] of asked.entries()) {
    await onProgress?.(done);
    try {
      const plan = planOf(input, one, workloads, now);
      results.push(await answerMetric(db, plan, input.compareTo !== undefined));
    } catch (error) {
      // Alone it is the call that failed; a database that is gone would fail the others too.
      if (asked.length === 1 || normaliseError(error).code === 'unavailable') throw error;
      deps.report(error);
      results.push(failed(one, error));
    }
    points += pointsOf(results.at(-1)!);
    if (points > MAX_POINTS)
      throw new DomainError('invalid-input', {
        detail: `The query would answer with more than ${MAX_POINTS} points: ask for fewer metrics at once, a longer interval, or fewer groups.`,
      });
    // Others get a turn between what each metric takes.
    await setImmediate();
  }
  return {
    dateRange: input.dateRange,
    interval: input.interval ?? defaultInterval(input.dateRange),
    timezone: input.timezone,
    results,
    asOf: now.toISOString(),
  };
};

export const runQuery: Verb<'query', 'run'> = (deps, actor, input) =>
  executeQuery(deps, actor, input, askAll(input), { db: deps.db });
