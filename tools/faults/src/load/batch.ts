/** The workload of all that the plan sends. */
export const WORKLOAD = 'faults';
export const SOURCE = 'faults';

export interface Batch {
  readonly batch: string;
  readonly path: string;
  readonly json: object;
}

let count = 0;
const FROM = Date.UTC(2026, 0, 1);

/** A batch of so many runs whose ids tell the batch: `BATCH/NUMBER`. */
export const runsBatch = (rows: number): Batch => {
  const batch = `batch-${++count}`;
  const startedAt = new Date(FROM + (count % 100_000) * 60_000).toISOString();
  const runs = Array.from({ length: rows }, (_, number) => ({
    ...{ source: SOURCE, externalId: `${batch}/${number}`, workload: WORKLOAD, repository: 'acme/faults' },
    ...{ job: 'build', branch: 'main', status: 'completed', conclusion: 'success' },
    ...{ startedAt, finishedAt: startedAt },
  }));
  return { batch, path: '/api/pipeline/runs', json: { runs } };
};

/** The same of deployments. */
export const deploymentsBatch = (rows: number): Batch => {
  const batch = `batch-${++count}`;
  const startedAt = new Date(FROM + (count % 100_000) * 60_000).toISOString();
  const deployments = Array.from({ length: rows }, (_, number) => ({
    ...{ source: SOURCE, externalId: `${batch}/${number}`, workload: WORKLOAD, repository: 'acme/faults' },
    ...{ environment: 'production', status: 'success', startedAt, finishedAt: startedAt },
  }));
  return { batch, path: '/api/deployments', json: { deployments } };
};
