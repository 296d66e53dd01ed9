import type { z } from 'zod';
import type {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  IncidentInput,
  IssueInput,
  MeasurementInput,
  PipelineJobInput,
  PipelineRunInput,
} from '@codemetrics/contracts';

type Wire<T extends z.ZodType> = z.input<T>;
type Contracts = {
  run: typeof PipelineRunInput;
  deployment: typeof DeploymentInput;
  incident: typeof IncidentInput;
  commit: typeof CommitInput;
  change: typeof ChangeInput;
  issue: typeof IssueInput;
  job: typeof PipelineJobInput;
  measurement: typeof MeasurementInput;
};
export type RunRow = Wire<Contracts['run']>;
export type DeploymentRow = Wire<Contracts['deployment']>;
export type IncidentRow = Wire<Contracts['incident']>;
export type CommitRow = Wire<Contracts['commit']>;
export type ChangeRow = Wire<Contracts['change']>;
export type IssueRow = Wire<Contracts['issue']>;
export type JobRow = Wire<Contracts['job']>;
export type MeasurementRow = Wire<Contracts['measurement']>;

let counter = 0;
const nextId = (prefix: string): string => `${prefix}-${++counter}`;
const sha = (): string => (++counter).toString(16).padStart(40, '0');

/** A completed, successful run of 4 minutes, as a caller sends it. */
export const aPipelineRun = (over: Partial<RunRow> = {}): RunRow => ({
  externalId: nextId('run'),
  source: 'test-ci',
  workload: 'my-team',
  repository: 'acme/shop-api',
  job: 'build',
  branch: 'main',
  commit: sha(),
  event: 'push',
  status: 'completed',
  conclusion: 'success',
  queuedAt: '2026-03-02T09:59:30Z',
  startedAt: '2026-03-02T10:00:00Z',
  finishedAt: '2026-03-02T10:04:00Z',
  actor: { name: 'jo', kind: 'user' },
  url: 'https://ci.example/1',
  ...over,
});

/** A successful deployment to production. */
export const aDeployment = (over: Partial<DeploymentRow> = {}): DeploymentRow => ({
  externalId: nextId('deployment'),
  source: 'test-ci',
  workload: 'my-team',
  repository: 'acme/shop-api',
  environment: 'production',
  commit: sha(),
  status: 'success',
  startedAt: '2026-03-02T11:00:00Z',
  finishedAt: '2026-03-02T11:05:00Z',
  ...over,
});

/** An incident of one hour. */
export const anIncident = (over: Partial<IncidentRow> = {}): IncidentRow => ({
  externalId: nextId('incident'),
  source: 'pager',
  workload: 'my-team',
  severity: 'high',
  openedAt: '2026-03-02T12:00:00Z',
  resolvedAt: '2026-03-02T13:00:00Z',
  ...over,
});

/** A commit on main whose parents are not told. */
export const aCommit = (over: Partial<CommitRow> = {}): CommitRow => ({
  sha: sha(),
  workload: 'my-team',
  repository: 'acme/shop-api',
  branch: 'main',
  author: { name: 'Jo', email: 'jo@example.com', kind: 'user' },
  committedAt: '2026-03-02T08:00:00Z',
  message: 'feat: something',
  ...over,
});

/** A merged pull request. */
export const aChange = (over: Partial<ChangeRow> = {}): ChangeRow => ({
  externalId: nextId('change'),
  source: 'github',
  workload: 'my-team',
  repository: 'acme/shop-api',
  author: { name: 'jo', kind: 'user' },
  openedAt: '2026-03-01T08:00:00Z',
  mergedAt: '2026-03-02T08:00:00Z',
  addedLines: 10,
  deletedLines: 2,
  ...over,
});

/** A closed bug. */
export const anIssue = (over: Partial<IssueRow> = {}): IssueRow => ({
  externalId: nextId('issue'),
  source: 'jira',
  workload: 'my-team',
  type: 'bug',
  openedAt: '2026-03-01T08:00:00Z',
  closedAt: '2026-03-02T08:00:00Z',
  ...over,
});

/** A completed, successful job of 3 minutes on a Linux machine. */
export const aJob = (over: Partial<JobRow> = {}): JobRow => ({
  externalId: nextId('job'),
  source: 'test-ci',
  workload: 'my-team',
  repository: 'acme/shop-api',
  run: 'run-1',
  name: 'unit tests',
  stage: 'test',
  runner: 'ubuntu-latest',
  status: 'completed',
  conclusion: 'success',
  queuedAt: '2026-03-02T10:00:00Z',
  startedAt: '2026-03-02T10:00:10Z',
  finishedAt: '2026-03-02T10:03:10Z',
  ...over,
});

/** The lines of code of a repository. */
export const aMeasurement = (over: Partial<MeasurementRow> = {}): MeasurementRow => ({
  source: 'test-analysis',
  workload: 'my-team',
  repository: 'acme/shop-api',
  metric: 'lines-of-code',
  value: 1000,
  takenAt: '2026-03-02T10:00:00Z',
  ...over,
});
