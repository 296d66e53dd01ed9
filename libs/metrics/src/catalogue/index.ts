import type { MetricDefinition } from '../define-metric.ts';
import { changeFailureRate } from './change-failure-rate.ts';
import { codeHotspots } from './code-hotspots.ts';
import { codeCoverage } from './code-coverage.ts';
import { deploymentFrequency } from './deployment-frequency.ts';
import { leadTimeForChanges } from './lead-time-for-changes.ts';
import { pipelineDurations } from './pipeline-durations.ts';
import { pipelineRuns } from './pipeline-runs.ts';
import { pipelineSuccess } from './pipeline-success.ts';
import { temporalCoupling } from './temporal-coupling.ts';
import { timeToRestoreService } from './time-to-restore-service.ts';

/** Every metric that the API offers, in the order that it lists them. */
export const CATALOGUE: readonly MetricDefinition[] = [
  deploymentFrequency,
  leadTimeForChanges,
  changeFailureRate,
  timeToRestoreService,
  pipelineRuns,
  pipelineSuccess,
  pipelineDurations,
  codeCoverage,
  codeHotspots,
  temporalCoupling,
];

const BY_ID = new Map(CATALOGUE.map((metric) => [metric.id, metric]));

/** The metric of this id, if there is one. */
export const findMetric = (id: string): MetricDefinition | undefined => BY_ID.get(id);
