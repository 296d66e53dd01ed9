import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { useRange } from '../range/use-range.ts';
import { Freshness } from './freshness.tsx';
import { NoData } from './no-data.tsx';
import { TopicMetrics } from './topic-metrics.tsx';
import classes from './topic-view.module.css';
import type { Topic } from './topics.ts';
import { useFreshness } from './use-freshness.ts';
import { useTopicAnswers } from './use-topic-answers.ts';

interface Props {
  readonly workload: string;
  readonly topic: Topic;
  readonly range: ReturnType<typeof useRange>;
  readonly isCompared: boolean;
}

/** A topic of a workload: how new its data is, what is missing, and every metric of it. */
export const TopicView = ({ workload, topic, range, isCompared }: Props) => {
  const { metrics, kinds } = topic;
  const { data, error, refetch } = useTopicAnswers({ workload, metrics, range, isCompared });
  const { data: freshness } = useFreshness(workload);
  if (error && !data)
    return (
      <ErrorNotice title="The numbers could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  if (!data || !freshness)
    return (
      <div className={classes.cards} role="status" aria-label="Loading the numbers">
        {metrics.map((metric) => (
          <Skeleton key={metric.id} height={metric.kind === 'table' ? 240 : 408} radius="md" />
        ))}
      </div>
    );
  const missing = kinds.filter((kind) => freshness.get(kind)?.newest === null);
  const isAll = missing.length === kinds.length;
  return (
    <Stack>
      {missing.length > 0 && <NoData workload={workload} missing={missing} isAll={isAll} />}
      {!isAll && (
        <>
          <Freshness kinds={kinds} freshness={freshness} />
          <TopicMetrics workload={workload} topic={topic} answers={data} freshness={freshness} />
          <Text size="xs" c="dimmed">
            As of <TimeStamp at={data.answer.asOf} as="date-time" />, by {data.answer.interval}, in{' '}
            {data.answer.timezone}.{' '}
            <Anchor component={Link} to="/explorer" size="xs" underline="always">
              Ask further in the explorer
            </Anchor>
          </Text>
        </>
      )}
    </Stack>
  );
};
