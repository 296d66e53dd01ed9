import { Skeleton } from '@mantine/core';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Page } from '../../elements/page.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { SourceList } from './source-list.tsx';
import { SourceView } from './source-view.tsx';
import { useSources } from './use-sources.ts';

/** The providers whose events are taken, or one of them where the address names it. */
export const SourcesPage = () => {
  const { query } = useAddress();
  const { data, error, refetch } = useSources();
  const chosen = data?.sources.find(({ source }) => source === query['source']);
  if (chosen) return <SourceView source={chosen} />;
  return (
    <Page
      title="Sources"
      description="Each source takes its provider’s own events by webhook, and turns them into runs, deployments, changes, incidents and issues."
    >
      {error && (
        <ErrorNotice title="The sources could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton height={480} role="status" aria-label="Loading the sources" />}
      {data && <SourceList sources={data.sources} />}
    </Page>
  );
};
