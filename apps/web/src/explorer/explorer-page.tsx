import { Skeleton } from '@mantine/core';
import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { ExplorerView } from './explorer-view.tsx';

/** Any metrics over any workloads, asked for piece by piece. */
export const ExplorerPage = () => {
  const { data: config, error, refetch } = useConfig();
  if (config) return <ExplorerView config={config} />;
  return (
    <Page title="Explorer">
      {error ? (
        <ErrorNotice title="The catalogue could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={360} role="status" aria-label="Loading the catalogue" />
      )}
    </Page>
  );
};
