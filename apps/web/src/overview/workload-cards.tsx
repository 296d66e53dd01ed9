import { Paper, Title } from '@mantine/core';
import { MetricValue } from '../metrics/metric-value.tsx';
import { ValueSkeleton } from '../metrics/value-skeleton.tsx';
import classes from './workload-cards.module.css';
import type { WorkloadListProps } from './workload-list.ts';
import { WorkloadName } from './workload-name.tsx';

/** One card a workload; for windows too narrow for the table. */
export const WorkloadCards = ({ metrics, workloads, overview }: WorkloadListProps) => (
  <ul className={classes.cards} aria-label="Workloads" aria-busy={overview === undefined}>
    {workloads.map((workload) => (
      <Paper component="li" key={workload.id} withBorder p="md" className={classes.card}>
        <Title order={2} size="md">
          <WorkloadName workload={workload} />
        </Title>
        <dl className={classes.metrics}>
          {metrics.map((metric) => (
            <div key={metric.id}>
              <dt className={classes.name}>{metric.title}</dt>
              <dd className={classes.value}>
                {overview ? (
                  <MetricValue
                    metric={metric}
                    series={overview.find(metric.id, workload.id)}
                    range={overview.range}
                  />
                ) : (
                  <ValueSkeleton />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Paper>
    ))}
  </ul>
);
