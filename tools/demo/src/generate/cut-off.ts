import type { JobRow, RunRow, WorkloadData } from './rows.ts';
import { timestamp } from './rows.ts';

type Time = string | null | undefined;

/**
 * The data as it was known at a time: what had not begun is left out, and what had not ended stands as running, open or
 * unresolved.
 */
export const cutOff = (data: WorkloadData, end: number): WorkloadData => {
  // All times are written alike, so they compare as text.
  const now = timestamp(end);
  const isPast = (time: Time): time is string => typeof time === 'string' && time <= now;
  const past = <T extends Time>(time: T): T | null => (isPast(time) ? time : null);
  const asKnown = <Row extends RunRow | JobRow>(row: Row): Row =>
    isPast(row.finishedAt)
      ? row
      : {
          ...row,
          status: isPast(row.startedAt) ? 'running' : 'queued',
          conclusion: null,
          startedAt: past(row.startedAt),
          finishedAt: null,
        };
  const commits = data.commits.filter((commit) => isPast(commit.committedAt));
  return {
    workload: data.workload,
    commits,
    changes: data.changes
      .filter((change) => isPast(change.openedAt))
      .map((change) => ({
        ...change,
        readyAt: past(change.readyAt),
        firstReviewAt: past(change.firstReviewAt),
        approvedAt: past(change.approvedAt),
        mergedAt: past(change.mergedAt),
        closedAt: past(change.closedAt),
        mergeCommit: isPast(change.mergedAt) ? change.mergeCommit : null,
      })),
    runs: data.runs.filter((run) => isPast(run.queuedAt)).map(asKnown),
    jobs: data.jobs.filter((job) => isPast(job.queuedAt)).map(asKnown),
    deployments: data.deployments
      .filter((deployment) => isPast(deployment.startedAt))
      .map((one) => (isPast(one.finishedAt) ? one : { ...one, status: 'running', finishedAt: null })),
    incidents: data.incidents
      .filter((incident) => isPast(incident.openedAt))
      .map((incident) => ({ ...incident, resolvedAt: past(incident.resolvedAt) })),
    issues: data.issues
      .filter((issue) => isPast(issue.openedAt))
      .map((issue) => ({ ...issue, closedAt: past(issue.closedAt) })),
    reports: data.reports.filter((report) => isPast(report.takenAt)),
    measurements: data.measurements.filter((measurement) => isPast(measurement.takenAt)),
    testReports: data.testReports.filter((report) => isPast(report.takenAt)),
    analyses: data.analyses.filter((report) => isPast(report.takenAt)),
  };
};
