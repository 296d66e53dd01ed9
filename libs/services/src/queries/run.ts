import type { MetricResult, Series } from '@codemetrics/contracts';
import { DomainError, invalidInput } from '@codemetrics/contracts';
import type { MetricDefinition, Plan, PlanWorkload } from '@codemetrics/metrics';
import { checkPlan, defaultInterval, findMetric, previousRange, runMetric } from '@codemetrics/metrics';
import type { Deps } from '../deps.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { refreshDeliveries } from './refresh-deliveries.ts';
import { resolveWorkloads } from './resolve-workloads.ts';

type Input = VerbInput<'query', 'run'>;
interface Asked {
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

/** Adds what the same groups had in the period before; one that wasn't there then had `nothing`. */
const compare = (series: Series[], before: readonly Series[], nothing: number | null): Series[] => {
  const previous = new Map(before.map((one) => [JSON.stringify(one.group), one.summary.value]));
  return series.map((one) => {
    const found = previous.get(JSON.stringify(one.group));
    const old = found === undefined ? nothing : found;
    const { value } = one.summary;
    return {
      ...one,
      summary: { ...one.summary, previous: old, change: value === null || old === null ? null : value - old },
    };
  });
};

const runOne = async (
  deps: Deps,
  input: Input,
  asked: Asked,
  workloads: PlanWorkload[],
  now: Date,
): Promise<MetricResult> => {
  const { metric, parameters } = asked;
  const plan: Plan = {
    metric,
    parameters,
    workloads,
    range: input.dateRange,
    interval: input.interval ?? defaultInterval(input.dateRange),
    timezone: input.timezone,
    groupBy: input.groupBy,
    filters: input.filters,
    fill: input.fill ?? metric.fill,
    explain: input.explain,
    now,
  };
  const series = await runMetric(deps.db, plan);
  const compared =
    input.compareTo === undefined
      ? series
      : compare(
          series,
          await runMetric(deps.db, {
            ...plan,
            range: previousRange(plan.range),
            interval: 'total',
            explain: false,
          }),
          metric.measure.kind === 'count' ? 0 : null,
        );
  return { query: metric.id, title: metric.title, unit: metric.unit, series: compared };
};

export const runQuery: Verb<'query', 'run'> = async (deps, actor, input) => {
  const asked = input.queries.map((ref, index) => ask(input, ref, index));
  const workloads = await resolveWorkloads(deps, actor, input.workloads, input.filters.tags);
  if (asked.some(({ metric }) => metric.data.includes('commits') && metric.data.includes('deployments')))
    await refreshDeliveries(
      deps,
      workloads.map((workload) => workload.id),
    );
  const now = deps.now();
  const results: MetricResult[] = [];
  for (const one of asked) results.push(await runOne(deps, input, one, workloads, now));
  return {
    dateRange: input.dateRange,
    interval: input.interval ?? defaultInterval(input.dateRange),
    timezone: input.timezone,
    results,
    asOf: now.toISOString(),
  };
};
