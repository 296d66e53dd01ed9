import { useEffect, useMemo } from 'react';
import { Button, Group, Loader, Skeleton, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListedWorkload } from '../api/use-config.ts';
import { TimeChart } from '../charts/time-chart.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { ArrivalList } from './arrival-list.tsx';
import type { Figure } from './first-metrics.ts';
import { shapeOf } from './first-metrics.ts';
import { Step } from './step.tsx';
import type { Arrivals } from './use-arrivals.ts';

const FirstChart = ({ figure: { metric, points } }: { readonly figure: Figure }) => {
  const series = useMemo(
    () => [{ name: metric.title, unit: metric.unit, points, shape: shapeOf(metric) }],
    [metric, points],
  );
  return <TimeChart title={`${metric.title} by day`} series={series} height={220} />;
};

const Waiting = ({ arrivals: { figures, isWatching, watchAgain } }: { readonly arrivals: Arrivals }) =>
  isWatching ? (
    <Group gap="sm" wrap="nowrap">
      <Loader size="xs" aria-hidden />
      <Text size="sm">
        {figures.length > 0 ? 'Looking for more' : 'Waiting for data. It is looked for'} every two seconds.
      </Text>
    </Group>
  ) : (
    <Group gap="sm">
      <Text size="sm">Nothing new has come for ten minutes, so it is not looked for any more.</Text>
      <Button variant="default" size="xs" onClick={watchAgain}>
        Look again
      </Button>
    </Group>
  );

/** Step 4: what arrives, as it arrives, and the first chart of it. */
export const WatchStep = ({
  workload,
  arrivals,
}: {
  readonly workload: ListedWorkload;
  readonly arrivals: Arrivals;
}) => {
  const { runs, figures, isLoaded, error, retry } = arrivals;
  const queries = useQueryClient();
  const [first] = figures;
  const hasData = first !== undefined;
  useEffect(() => {
    // The other screens shall not show what they knew before the first data.
    if (hasData) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'start' });
  }, [hasData, queries]);
  return (
    <Step number={4} title="Watch it arrive" isDone={hasData}>
      <Stack gap="md">
        {error && !isLoaded && (
          <ErrorNotice title="It can’t be told what has arrived" error={error} onRetry={retry} />
        )}
        {!isLoaded && !error && (
          <Skeleton height={24} maw={360} role="status" aria-label="Looking for data" />
        )}
        {isLoaded && <ArrivalList arrivals={arrivals} />}
        {isLoaded && <Waiting arrivals={arrivals} />}
        <Text role="status" className={hasData ? undefined : 'visually-hidden'} fw={600}>
          {hasData
            ? 'The first chart is there.'
            : runs.length > 0
              ? 'A run has arrived; the chart follows when one ends.'
              : ''}
        </Text>
        {first && <FirstChart figure={first} />}
        {first && (
          <Group>
            <Button
              renderRoot={(props) => (
                <Link to="/workloads/$workload" params={{ workload: workload.id }} {...props} />
              )}
            >
              Open the workload
            </Button>
            <Text size="sm">
              <Link to="/">All workloads</Link>
            </Text>
          </Group>
        )}
      </Stack>
    </Step>
  );
};
