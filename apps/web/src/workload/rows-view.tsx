import { Skeleton, Text } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import type { DateRange } from '../range/date-range.ts';
import { shownText } from './count-text.ts';
import { excludedText } from './excluded-text.ts';
import { RowList } from './row-list.tsx';
import { useSourceRows } from './use-source-rows.ts';
import type { SourceRows } from './use-source-rows.ts';

interface Props {
  readonly metric: Metric;
  readonly workload: string;
  readonly range: DateRange;
  readonly timezone: string;
}

/** What one explanation names at most. */
const MOST_ROWS = 50;

/** How many rows there are, where the metric tells it: the parts of a sum or a coverage are no rows of their own. */
const totalOf = ({ kind }: Metric, { point }: SourceRows): number | null => {
  if (!point || kind === 'sum' || kind === 'gauge') return null;
  return kind === 'count' || kind === 'stock' ? point.value : (point.count ?? null);
};

/** The rows that a number of a range is told from, and what was left out and why. */
export const RowsView = (props: Props) => {
  const { data, error, refetch } = useSourceRows(props);
  if (error && !data)
    return <ErrorNotice title="The rows could not be loaded" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} role="status" aria-label="Loading the rows" />;
  const excluded = excludedText(data.point?.explain?.excluded);
  return (
    <div>
      <Text size="sm" mb="sm" role="status">
        {shownText(data.rows.length, totalOf(props.metric, data), MOST_ROWS)} {excluded}
      </Text>
      <RowList rows={data.rows} />
    </div>
  );
};
