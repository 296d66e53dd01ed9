import { useMemo } from 'react';
import { Skeleton, Stack } from '@mantine/core';
import { useConfig } from '../../api/use-config.ts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { useRange } from '../../range/use-range.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { TextFilter } from '../filters/text-filter.tsx';
import { useSuggestions } from '../filters/use-suggestions.ts';
import { WorkloadFilter } from '../filters/workload-filter.tsx';
import { HealthCharts } from './health-charts.tsx';
import { HealthJobs } from './health-jobs.tsx';
import { healthMetrics } from './health-metrics.ts';
import type { HealthScope } from './use-health.ts';

/** How the jobs are doing over the chosen time: all together, then each. */
export const HealthView = () => {
  const { query } = useAddress();
  const { start, end, timezone } = useRange();
  const { data: config, error, refetch } = useConfig();
  const { repositories, jobs } = useSuggestions();
  const { workload, repository, job } = query;
  const scope = useMemo(
    (): HealthScope => ({
      range: { start, end },
      timezone,
      workload: workload || undefined,
      repository: repository || undefined,
      job: job || undefined,
    }),
    [start, end, timezone, workload, repository, job],
  );
  const metrics = useMemo(() => healthMetrics(config?.queries ?? []), [config]);
  return (
    <Stack gap="lg">
      <FilterBar names={['workload', 'repository', 'job']}>
        <WorkloadFilter />
        <TextFilter name="repository" label="Repository" suggestions={repositories} />
        <TextFilter name="job" label="Job" suggestions={jobs} />
      </FilterBar>
      {error && !config ? (
        <ErrorNotice title="The metrics could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : config ? (
        <>
          <HealthCharts metrics={metrics} scope={scope} />
          {/* Another choice begins at its first page. */}
          <HealthJobs key={JSON.stringify(scope)} metrics={metrics} scope={scope} />
        </>
      ) : (
        <Skeleton height={640} role="status" aria-label="Loading the metrics" />
      )}
    </Stack>
  );
};
