import { Text } from '@mantine/core';
import type { Interval, Metric, Series } from '@codemetrics/contracts';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { FreshnessOfKind } from './use-freshness.ts';

interface Props {
  readonly metric: Metric;
  readonly interval: Interval;
  readonly series: Series;
  readonly freshness: FreshnessOfKind | undefined;
}

const BOTS = { human: 'Bots are left out.', all: 'Bots count too.' };

/** What to know before one judges: up to when the data reaches, whether bots count, what was left out. */
export const MetricNotes = ({ metric, interval, series: { points }, freshness }: Props) => {
  const excluded = points.reduce((sum, point) => sum + (point.excluded ?? 0), 0);
  return (
    <Text size="xs" c="dimmed">
      {freshness?.newest && (
        <>
          Data up to <TimeStamp at={freshness.newest} as="relative" />.{' '}
        </>
      )}
      {points.some((point) => point.partial) && `This ${interval} is still running. `}
      {excluded > 0 && `${excluded} left out; see the rows for why. `}
      {metric.actors !== null && BOTS[metric.actors]}
    </Text>
  );
};
