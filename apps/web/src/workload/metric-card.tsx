import { Button, Group, Text } from '@mantine/core';
import type { Metric, MetricResult, QueryResult } from '@codemetrics/contracts';
import { Icon } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';
import { BandBadge } from '../metrics/band-badge.tsx';
import { formatValue } from '../metrics/format-value.ts';
import { MetricChange } from '../metrics/metric-change.tsx';
import { MetricName } from '../metrics/metric-name.tsx';
import { countText } from './count-text.ts';
import { MetricChart } from './metric-chart.tsx';
import { MetricNotes } from './metric-notes.tsx';
import { RowsDrawer } from './rows-drawer.tsx';
import type { FreshnessOfKind } from './use-freshness.ts';
import { useDrillDown } from './use-drill-down.ts';
import classes from './metric-card.module.css';

interface Props {
  readonly metric: Metric;
  readonly workload: string;
  readonly answer: QueryResult;
  readonly result: MetricResult;
  readonly earlier: MetricResult | undefined;
  readonly freshness: FreshnessOfKind | undefined;
}

/** One metric of the workload: its value and change, its course, how fresh it is, and the rows that it is told from. */
export const MetricCard = ({ metric, workload, answer, result, earlier, freshness }: Props) => {
  const rows = useDrillDown(metric.id);
  const series = result.series[0];
  if (!series)
    return (
      <Panel title={<MetricName metric={metric} />}>
        <Text size="sm">{result.error?.detail ?? 'The server answered nothing.'}</Text>
      </Panel>
    );
  const { summary, points } = series;
  const counted = summary.value === null ? 'no data' : countText(metric, summary);
  return (
    <Panel title={<MetricName metric={metric} />}>
      <div className={classes.head}>
        <strong className={classes.value}>
          {summary.value === null ? '—' : formatValue(summary.value, metric.unit)}
        </strong>
        {counted !== '' && (
          <Text span size="sm" c="dimmed">
            {counted}
          </Text>
        )}
        {summary.band && <BandBadge band={summary.band} hasYear />}
        <MetricChange metric={metric} summary={summary} />
      </div>
      <MetricChart metric={metric} interval={answer.interval} series={series} earlier={earlier?.series[0]} />
      <Group justify="space-between" align="flex-end" mt="xs" gap="xs" wrap="nowrap">
        <MetricNotes metric={metric} interval={answer.interval} series={series} freshness={freshness} />
        <Button
          variant="default"
          size="compact-sm"
          className={classes.rows}
          leftSection={<Icon name="list" size={14} />}
          onClick={rows.open}
          aria-label={`Show rows behind ${metric.title}`}
        >
          Show rows
        </Button>
      </Group>
      {rows.isOpen && (
        <RowsDrawer
          metric={metric}
          workload={workload}
          answer={answer}
          points={points}
          at={rows.at}
          onChoose={rows.choose}
          onClose={rows.close}
        />
      )}
    </Panel>
  );
};
