import {
  CoverageFormat,
  MAX_BATCH_ROWS,
  MAX_BODY_BYTES,
  MAX_REPORT_BYTES,
  SourceId,
} from '@codemetrics/contracts';
import { listDimensionValues, listWorkloads } from '@codemetrics/database';
import { CATALOGUE, describeMetric } from '@codemetrics/metrics';
import { known } from '../actor.ts';
import type { Verb } from '../verb.ts';
import { toWorkload } from '../workloads/to-workload.ts';

const MOST_PAGE_ROWS = 500;
const metrics = CATALOGUE.map(describeMetric);

export const getSystemConfig: Verb<'system', 'config'> = async (deps, actor) => {
  const rows = await listWorkloads(deps.db, { only: known(actor).workloads });
  const values = await listDimensionValues(
    deps.db,
    rows.map((row) => row.workload_id),
  );
  return {
    version: deps.settings.version,
    apiVersion: '1',
    features: {
      coverageFormats: [...CoverageFormat.options],
      sources: [...SourceId.options],
      oidc: deps.identityProviders.all.length > 0,
    },
    limits: {
      batchRows: MAX_BATCH_ROWS,
      bodyBytes: MAX_BODY_BYTES,
      reportBytes: MAX_REPORT_BYTES,
      pageRows: MOST_PAGE_ROWS,
      rateLimit: deps.settings.rateLimit,
      serviceTokenSeconds: deps.settings.serviceTokenSeconds,
    },
    workloads: rows.map((row) => ({ ...toWorkload(row), ...values.get(row.workload_id)! })),
    queries: metrics,
  };
};
