import { Paper, Title } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { GroupName } from './group-name.tsx';
import { OverviewValue } from './overview-value.tsx';
import type { Overview } from './use-overview.ts';
import classes from './workload-cards.module.css';
import type { WorkloadListProps } from './workload-list.ts';
import { WorkloadName } from './workload-name.tsx';

interface FiguresProps {
  readonly metrics: readonly Metric[];
  readonly overview: Overview | undefined;
  readonly group: string | null;
}

const Figures = ({ metrics, overview, group }: FiguresProps) => (
  <dl className={classes.metrics}>
    {metrics.map((metric) => (
      <div key={metric.id}>
        <dt className={classes.name}>{metric.title}</dt>
        <dd className={classes.value}>
          <OverviewValue metric={metric} overview={overview} group={group} />
        </dd>
      </div>
    ))}
  </dl>
);

/** One card a workload; for windows too narrow for the table. */
export const WorkloadCards = ({ metrics, groups, groupKey, overview, pooled }: WorkloadListProps) => (
  <>
    {groups.map((group) => (
      <section
        key={group.value ?? ''}
        className={classes.group}
        aria-label={groupKey === null ? 'Workloads' : `${groupKey}: ${group.value ?? 'none'}`}
      >
        {groupKey !== null && (
          <Paper withBorder p="md" className={classes.whole}>
            <Title order={2} size="md">
              <GroupName groupKey={groupKey} group={group} />
            </Title>
            <Figures metrics={metrics} overview={pooled} group={group.value} />
          </Paper>
        )}
        <ul className={classes.cards} aria-busy={overview === undefined}>
          {group.workloads.map((workload) => (
            <Paper component="li" key={workload.id} withBorder p="md" className={classes.card}>
              <Title order={groupKey === null ? 2 : 3} size="md">
                <WorkloadName workload={workload} />
              </Title>
              <Figures metrics={metrics} overview={overview} group={workload.id} />
            </Paper>
          ))}
        </ul>
      </section>
    ))}
  </>
);
