import { Drawer, NativeSelect, Stack, Text } from '@mantine/core';
import type { Metric, Point, QueryResult } from '@codemetrics/contracts';
import { formatCalendarDate } from '../elements/format-time.ts';
import { DefinitionText } from '../metrics/definition-text.tsx';
import { formatValue } from '../metrics/format-value.ts';
import { bucketRange } from './bucket-range.ts';
import { RowsView } from './rows-view.tsx';

interface Props {
  readonly metric: Metric;
  readonly workload: string;
  readonly answer: QueryResult;
  readonly points: readonly Point[];
  /** The bucket that is looked at; null: the whole range. */
  readonly at: string | null;
  readonly onChoose: (at: string | null) => void;
  readonly onClose: () => void;
}

const WHOLE = '';

const labelOf = ({ date, value, partial }: Point, metric: Metric): string =>
  `${formatCalendarDate(date)}: ${value === null ? 'nothing' : formatValue(value, metric.unit)}${partial ? ', still running' : ''}`;

/** The rows that a metric's number is told from, of the whole range or of one bucket. */
export const RowsDrawer = ({ metric, workload, answer, points, at, onChoose, onClose }: Props) => {
  const bucket = points.find((point) => point.date === at);
  const range = bucket ? bucketRange(bucket.date, answer) : answer.dateRange;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`Rows behind: ${metric.title}`}
      removeScrollProps={{ removeScrollBar: false }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // Else it would be taken for a second header of the page.
      attributes={{ header: { role: 'presentation' } }}
      styles={{
        title: { fontWeight: 650, fontSize: '1.125rem' },
        content: { background: 'var(--app-surface)' },
        header: { background: 'var(--app-surface)' },
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          <DefinitionText text={metric.definition} />
        </Text>
        <NativeSelect
          label="Of which time"
          value={bucket?.date ?? WHOLE}
          onChange={(event) =>
            onChoose(event.currentTarget.value === WHOLE ? null : event.currentTarget.value)
          }
          data={[
            {
              value: WHOLE,
              label: `All of it, ${formatCalendarDate(answer.dateRange.start)} to ${formatCalendarDate(answer.dateRange.end)}`,
            },
            ...points.map((point) => ({ value: point.date, label: labelOf(point, metric) })).reverse(),
          ]}
        />
        <RowsView metric={metric} workload={workload} range={range} timezone={answer.timezone} />
      </Stack>
    </Drawer>
  );
};
