import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { SeriesTable } from './series-table.tsx';
import type { TimeSeries } from './time-series.ts';

interface Props {
  readonly title: string;
  readonly series: readonly TimeSeries[];
  readonly hasCounts?: boolean;
  readonly children: ReactNode;
}

/** A drawing and, at the press of a button, the same figures as a table. */
export const ChartTable = ({ title, series, hasCounts, children }: Props) => {
  const [isTable, setTable] = useState(false);
  return (
    <div>
      {isTable ? <SeriesTable title={title} series={series} hasCounts={hasCounts ?? false} /> : children}
      <Button
        variant="subtle"
        size="compact-xs"
        mt={4}
        aria-expanded={isTable}
        onClick={() => setTable(!isTable)}
        aria-label={isTable ? `Show the chart of ${title}` : `Show the table of ${title}`}
      >
        {isTable ? 'Show the chart' : 'Show the table'}
      </Button>
    </div>
  );
};
