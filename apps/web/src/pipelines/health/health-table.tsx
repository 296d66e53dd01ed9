import { Table } from '@mantine/core';
import { MetricName } from '../../metrics/metric-name.tsx';
import { HealthCell } from './health-cell.tsx';
import type { HealthListProps } from './health-list.ts';
import classes from './health-table.module.css';
import { secondFigure } from './job-health.ts';
import { JobLink } from './job-link.tsx';
import { SortButton } from './sort-button.tsx';
import type { Sorting } from './sorting.ts';

const FIGURES = {
  p95: { first: 'median', second: 'p95' },
  misses: { first: 'rate', second: 'failed' },
};

const ariaSort = (metric: string, { by, direction }: Sorting) =>
  (by === 'job' ? 'job' : by.metric) === metric
    ? direction === 'desc'
      ? 'descending'
      : 'ascending'
    : undefined;

/** One row a job, one column a metric; for wide windows. */
export const HealthTable = ({ metrics, jobs, courses, sorting, onSort }: HealthListProps) => (
  <div className={classes.frame}>
    <Table className={classes.table} layout="fixed" verticalSpacing="xs" horizontalSpacing="sm">
      <Table.Caption className="visually-hidden">Jobs and their figures over the chosen time</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className={classes.first} aria-sort={ariaSort('job', sorting)}>
            Job <SortButton by="job" of="job" sorting={sorting} onSort={onSort} />
          </Table.Th>
          {metrics.map((metric) => {
            const second = secondFigure(metric);
            return (
              <Table.Th key={metric.id} scope="col" aria-sort={ariaSort(metric.id, sorting)}>
                <MetricName metric={metric} />{' '}
                <span className={classes.sorts}>
                  <SortButton
                    by={{ metric: metric.id, figure: 'value' }}
                    of={metric.title}
                    {...(second ? { text: FIGURES[second].first } : {})}
                    sorting={sorting}
                    onSort={onSort}
                  />
                  {second && (
                    <SortButton
                      by={{ metric: metric.id, figure: second }}
                      of={metric.title}
                      text={FIGURES[second].second}
                      sorting={sorting}
                      onSort={onSort}
                    />
                  )}
                </span>
              </Table.Th>
            );
          })}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {jobs.map((job) => (
          <Table.Tr key={job.key}>
            <Table.Th scope="row">
              <JobLink job={job} />
            </Table.Th>
            {metrics.map((metric) => (
              <Table.Td key={metric.id}>
                <HealthCell metric={metric} job={job} courses={courses} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
