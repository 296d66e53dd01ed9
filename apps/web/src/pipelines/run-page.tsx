import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { CodeMetricsError } from '@codemetrics/client';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { Panel } from '../elements/panel.tsx';
import classes from './run-page.module.css';
import { OutsideLink } from './outside-link.tsx';
import { OutsideText } from './outside-text.tsx';
import { AttemptsPanel } from './run/attempts-panel.tsx';
import { DeploymentsPanel } from './run/deployments-panel.tsx';
import { JobsPanel } from './run/jobs-panel.tsx';
import { RunFacts } from './run/run-facts.tsx';
import { TrendPanel } from './run/trend-panel.tsx';
import { useRun } from './run/use-run.ts';

const isUnknown = (error: Error | null): boolean =>
  error instanceof CodeMetricsError && (error.status === 404 || error.status === 400);

const RunContent = () => {
  const { run: runId = '' } = useParams({ strict: false });
  const { data: run, error, dataUpdatedAt, refetch } = useRun(runId);
  if (isUnknown(error))
    return (
      <Page title="Run">
        <Panel title="There is no such run">
          <Text>
            It doesn’t exist, or it is of a workload that you may not see.{' '}
            <Link to="/pipelines">All runs</Link>
          </Text>
        </Panel>
      </Page>
    );
  if (!run)
    return (
      <Page title="Run">
        {error ? (
          <ErrorNotice title="The run could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <Stack role="status" aria-label="Loading the run">
            <Skeleton height={180} />
            <Skeleton height={280} />
          </Stack>
        )}
      </Page>
    );
  return (
    <Page
      title={`Run of ${run.job}`}
      description={
        <>
          in <OutsideText>{run.repository}</OutsideText> · <Link to="/pipelines">All runs</Link> ·{' '}
          <Link
            to="/pipelines"
            search={{ workload: run.workload, repository: run.repository, job: run.job } as never}
          >
            Runs of this job
          </Link>
        </>
      }
      actions={<OutsideLink url={run.url} label="Open this run in CI" text="Open in CI" />}
    >
      <RunFacts run={run} />
      <JobsPanel jobs={run.jobs} readAt={dataUpdatedAt} />
      <TrendPanel run={run} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <AttemptsPanel run={run} />
        <DeploymentsPanel run={run} />
      </SimpleGrid>
    </Page>
  );
};

/** One run: how it went, job by job, and what came before and after it. */
export const RunPage = () => (
  <div className={classes.page}>
    <RunContent />
  </div>
);
