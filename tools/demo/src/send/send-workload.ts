import type { CodeMetricsClient } from '@codemetrics/client';
import { uploadCoverage } from '@codemetrics/client';
import type { WorkloadData } from '../generate/rows.ts';
import { sendInBatches } from './batches.ts';

/** How many rows a workload's data has, each report being one. */
export const countRows = (data: WorkloadData): number =>
  data.commits.length +
  data.changes.length +
  data.runs.length +
  data.jobs.length +
  data.deployments.length +
  data.incidents.length +
  data.issues.length +
  data.reports.length +
  data.measurements.length +
  data.testReports.length +
  data.analyses.length;

/** Sends all that is known of a workload, which must be there, and tells after each call how many rows it took. */
export const sendWorkload = async (
  client: CodeMetricsClient,
  data: WorkloadData,
  onSent: (rows: number) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const options = signal ? { signal } : {};
  const send = <Row>(rows: readonly Row[], call: (batch: Row[]) => Promise<unknown>): Promise<void> =>
    sendInBatches(rows, async (batch) => {
      await call(batch);
      onSent(batch.length);
    });
  await send(data.commits, (commits) => client.commits.send({ commits }, options));
  await send(data.changes, (changes) => client.changes.send({ changes }, options));
  await send(data.runs, (runs) => client.pipelineRuns.send({ runs }, options));
  await send(data.jobs, (jobs) => client.pipelineJobs.send({ jobs }, options));
  await send(data.deployments, (deployments) => client.deployments.send({ deployments }, options));
  await send(data.incidents, (incidents) => client.incidents.send({ incidents }, options));
  await send(data.issues, (issues) => client.issues.send({ issues }, options));
  for (const { report, ...parameters } of data.reports) {
    await uploadCoverage(client, parameters, report, options);
    onSent(1);
  }
  await send(data.measurements, (measurements) => client.measurements.send({ measurements }, options));
  for (const report of data.testReports) {
    await client.tests.upload(report, options);
    onSent(1);
  }
  for (const report of data.analyses) {
    await client.vulnerabilities.upload(report, options);
    onSent(1);
  }
};
