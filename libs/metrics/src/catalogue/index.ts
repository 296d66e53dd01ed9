import type { MetricDefinition } from '../define-metric.ts';
import { branchCoverage } from './branch-coverage.ts';
import { bugsNew } from './bugs-new.ts';
import { bugsOpen } from './bugs-open.ts';
import { changeCategories } from './change-categories.ts';
import { changeFailureRate } from './change-failure-rate.ts';
import { codeCoverage } from './code-coverage.ts';
import { codeHotspots } from './code-hotspots.ts';
import { cyclomaticComplexity } from './cyclomatic-complexity.ts';
import { deploymentFrequency } from './deployment-frequency.ts';
import { duplicatedLines } from './duplicated-lines.ts';
import { escapedBugs } from './escaped-bugs.ts';
import { failedDeploymentRecoveryTime } from './failed-deployment-recovery-time.ts';
import { issuesPerPr } from './issues-per-pr.ts';
import { leadTimeForChanges } from './lead-time-for-changes.ts';
import { linesOfCode } from './lines-of-code.ts';
import { nonWorkingPattern } from './non-working-pattern.ts';
import { pipelineCost } from './pipeline-cost.ts';
import { pipelineDurations } from './pipeline-durations.ts';
import { pipelineFlakiness } from './pipeline-flakiness.ts';
import { pipelineQueueTime } from './pipeline-queue-time.ts';
import { pipelineRuns } from './pipeline-runs.ts';
import { pipelineSuccess } from './pipeline-success.ts';
import { prCodingTime } from './pr-coding-time.ts';
import { prCycleTime } from './pr-cycle-time.ts';
import { prDeployTime } from './pr-deploy-time.ts';
import { prOpenTime } from './pr-open-time.ts';
import { prPickupTime } from './pr-pickup-time.ts';
import { prReviewTime } from './pr-review-time.ts';
import { prSize } from './pr-size.ts';
import { productionIncidents } from './production-incidents.ts';
import { prsPerIssue } from './prs-per-issue.ts';
import { repoChurn } from './repo-churn.ts';
import { reworkRate } from './rework-rate.ts';
import { temporalCoupling } from './temporal-coupling.ts';
import { testFlakiness } from './test-flakiness.ts';
import { testResults } from './test-results.ts';
import { timeToRestoreService } from './time-to-restore-service.ts';
import { vulnerabilities } from './vulnerabilities.ts';
import { workingPattern } from './working-pattern.ts';

/** Every metric that the API offers, in the order that it lists them. */
export const CATALOGUE: readonly MetricDefinition[] = [
  deploymentFrequency,
  leadTimeForChanges,
  changeFailureRate,
  failedDeploymentRecoveryTime,
  timeToRestoreService,
  reworkRate,
  productionIncidents,
  pipelineRuns,
  pipelineSuccess,
  pipelineDurations,
  pipelineQueueTime,
  pipelineFlakiness,
  pipelineCost,
  codeCoverage,
  branchCoverage,
  linesOfCode,
  cyclomaticComplexity,
  duplicatedLines,
  repoChurn,
  changeCategories,
  nonWorkingPattern,
  workingPattern,
  codeHotspots,
  temporalCoupling,
  prCycleTime,
  prCodingTime,
  prPickupTime,
  prReviewTime,
  prDeployTime,
  prOpenTime,
  prSize,
  prsPerIssue,
  issuesPerPr,
  bugsNew,
  bugsOpen,
  escapedBugs,
  vulnerabilities,
  testResults,
  testFlakiness,
];

const BY_ID = new Map(CATALOGUE.map((metric) => [metric.id, metric]));

/** The metric of this id, if there is one. */
export const findMetric = (id: string): MetricDefinition | undefined => BY_ID.get(id);
