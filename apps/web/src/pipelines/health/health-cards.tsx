import { Paper, Select, Title } from '@mantine/core';
import { HealthCell } from './health-cell.tsx';
import type { HealthListProps } from './health-list.ts';
import { JobLink } from './job-link.tsx';
import { isSortedBy, nextSorting, readSorting, sortingText } from './sorting.ts';
import classes from './health-cards.module.css';

/** One card a job; for windows too narrow for the table. */
export const HealthCards = ({ metrics, jobs, courses, sorting, onSort }: HealthListProps) => {
  const choices = ['job', ...metrics.map((metric) => metric.id)].map((id) => {
    const sort = nextSorting(id === 'job' ? 'job' : { metric: id, figure: 'value' }, {
      ...sorting,
      by: { metric: '', figure: 'value' },
    });
    return { value: sortingText(sort), label: metrics.find((metric) => metric.id === id)?.title ?? 'Job' };
  });
  return (
    <>
      <Select
        label="Sort by"
        data={choices}
        value={
          choices.find(({ value }) => isSortedBy(readSorting(value, metrics).by, sorting))?.value ?? null
        }
        onChange={(value) => value && onSort(readSorting(value, metrics))}
        allowDeselect={false}
      />
      <ul className={classes.cards} aria-label="Jobs">
        {jobs.map((job) => (
          <Paper component="li" key={job.key} withBorder p="md" className={classes.card}>
            <Title order={3} size="md">
              <JobLink job={job} />
            </Title>
            <dl className={classes.metrics}>
              {metrics.map((metric) => (
                <div key={metric.id}>
                  <dt className={classes.name}>{metric.title}</dt>
                  <dd className={classes.value}>
                    <HealthCell metric={metric} job={job} courses={courses} />
                  </dd>
                </div>
              ))}
            </dl>
          </Paper>
        ))}
      </ul>
    </>
  );
};
