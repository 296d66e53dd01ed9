import { useMemo } from 'react';
import type { Metric } from '@codemetrics/contracts';
import { TimeChart } from '../../charts/time-chart.tsx';
import type { TimeSeries } from '../../charts/time-series.ts';
import { Panel } from '../../elements/panel.tsx';
import type { CoverageRow } from './coverage-rows.ts';

interface Props {
  readonly line: Metric;
  /** The lowest covered first. */
  readonly rows: readonly CoverageRow[];
}

/** More lines than these can't be told apart. */
const MOST_LINES = 8;

/** The coverage of the lowest covered repositories over time. */
export const CoverageCourse = ({ line, rows }: Props) => {
  const series = useMemo((): TimeSeries[] => {
    const count = Map.groupBy(rows, ({ repository }) => repository);
    return rows.slice(0, MOST_LINES).map(({ repository, workload, line: { points } }) => ({
      // A repository of two workloads has two lines.
      name: count.get(repository)?.length === 1 ? repository : `${repository} (${workload})`,
      unit: line.unit,
      points,
    }));
  }, [rows, line]);
  return (
    <Panel
      title="Over time"
      description={
        rows.length > MOST_LINES
          ? `The ${MOST_LINES} lowest covered of ${rows.length} repositories.`
          : 'Each repository with its newest report at the time.'
      }
    >
      <TimeChart title={`${line.title} by repository`} series={series} height={320} />
    </Panel>
  );
};
