import { useMemo, useState } from 'react';
import { Button, Text } from '@mantine/core';
import type { Metric, ResultTable } from '@codemetrics/contracts';
import { Panel } from '../../elements/panel.tsx';
import { formatValue } from '../../metrics/format-value.ts';
import { MetricName } from '../../metrics/metric-name.tsx';
import { WeekDrawing } from './week-drawing.tsx';
import type { WeekHour } from './week-hours.ts';
import { dayName, hourText, summarise, weekHours } from './week-hours.ts';
import { WeekTable } from './week-table.tsx';

const sentence = (hours: readonly WeekHour[]): string => {
  const { commits, share, fullest } = summarise(hours);
  const most = fullest
    ? ` Most are written on ${dayName(fullest.day, 'long')} from ${hourText(fullest.hour)} to ${hourText(fullest.hour + 1)}.`
    : '';
  return `${formatValue(commits, 'count')} commits, ${formatValue(share, 'percent')} of them outside of working hours.${most}`;
};

/** The hours of the week, drawn or as figures. */
export const WeekPanel = ({ metric, table }: { metric: Metric; table: ResultTable }) => {
  const [isTable, setTable] = useState(false);
  const hours = useMemo(() => weekHours(table.rows), [table]);
  return (
    <Panel
      title={<MetricName metric={metric} />}
      description={`${metric.description} By the clock of each workload’s own zone.`}
    >
      <Text mb="md">{sentence(hours)}</Text>
      {isTable ? <WeekTable hours={hours} /> : <WeekDrawing hours={hours} />}
      <Button
        variant="subtle"
        size="compact-xs"
        mt="xs"
        aria-expanded={isTable}
        aria-label={`Show the ${isTable ? 'drawing' : 'table'} of the hours of the week`}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? 'Show the drawing' : 'Show the table'}
      </Button>
    </Panel>
  );
};
