export { CATALOGUE, findMetric } from './catalogue/index.ts';
export type { MetricDefinition } from './define-metric.ts';
export { describeMetric, sourceRowsOf } from './define-metric.ts';
export type { GraphCommit, GraphDeployment } from './delivery/first-deployments.ts';
export { firstDeployments } from './delivery/first-deployments.ts';
export { addDays, dateIn, daysIn, defaultInterval, previousRange } from './planner/buckets.ts';
export type { Plan, PlanWorkload } from './planner/plan.ts';
export { checkPlan, dimensionOf } from './planner/plan.ts';
export { MAX_POINTS, runMetric } from './planner/run-metric.ts';
