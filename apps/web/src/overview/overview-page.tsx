import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { NoWorkloads } from './no-workloads.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { WorkloadsView } from './workloads-view.tsx';

/** How the person's workloads are doing, at a glance. */
export const OverviewPage = () => {
  const { data: config, error, refetch } = useConfig();
  return (
    <Page title="Overview" description="The last 90 days, compared with the 90 days before.">
      {config ? (
        config.workloads.length === 0 ? (
          <NoWorkloads />
        ) : (
          <WorkloadsView config={config} />
        )
      ) : error ? (
        <ErrorNotice title="The workloads could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <OverviewSkeleton />
      )}
    </Page>
  );
};
