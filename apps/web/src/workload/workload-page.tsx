import { Skeleton, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { WorkloadView } from './workload-view.tsx';

/** One workload, topic by topic. */
export const WorkloadPage = () => {
  const { workload: id } = useParams({ from: '/inside/workloads/$workload' });
  const { data: config, error, refetch } = useConfig();
  const workload = config?.workloads.find((one) => one.id === id);
  if (config && workload) return <WorkloadView config={config} workload={workload} />;
  return (
    <Page title={config ? 'There is no such workload' : 'Workload'}>
      {config ? (
        <Text>
          There is no workload <bdi>{id}</bdi> that you may see. <Link to="/">Go to the overview</Link>.
        </Text>
      ) : error ? (
        <ErrorNotice title="The workload could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={360} role="status" aria-label="Loading the workload" />
      )}
    </Page>
  );
};
