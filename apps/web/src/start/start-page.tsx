import { Skeleton, Stack } from '@mantine/core';
import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { StartSteps } from './start-steps.tsx';

/** From nothing to the first chart. */
export const StartPage = () => {
  const { data: config, error, refetch } = useConfig();
  return (
    <Page title="Get started" description="From nothing to the first chart, in a few minutes.">
      {config ? (
        <StartSteps config={config} />
      ) : error ? (
        <ErrorNotice title="The steps could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack gap="md" maw={960} role="status" aria-label="Loading the steps">
          <Skeleton height={360} radius="md" />
          {[2, 3, 4].map((number) => (
            <Skeleton key={number} height={72} radius="md" />
          ))}
        </Stack>
      )}
    </Page>
  );
};
