import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { formatValue } from '../metrics/format-value.ts';
import classes from './arrival-list.module.css';
import type { Arrivals } from './use-arrivals.ts';
import { useNewIds } from './use-new-ids.ts';

/** What has come, each with a word: the last runs, and the first figures of every kind of data. */
export const ArrivalList = ({ arrivals: { runs, figures, isLoaded } }: { readonly arrivals: Arrivals }) => {
  const fresh = useNewIds(
    [...runs.map(({ runId }) => runId), ...figures.map(({ metric }) => metric.id)],
    isLoaded,
  );
  const badge = (id: string) =>
    fresh.has(id) && (
      <Badge variant="light" size="sm" tt="none">
        just came in
      </Badge>
    );
  return (
    <ul className={classes.list} aria-label="What has arrived">
      {runs.map(({ runId, job, branch, status, conclusion, finishedAt, startedAt, queuedAt }) => (
        <li key={runId}>
          <Icon name="pipeline" size={16} />
          <Text size="sm" component="div" className={classes.text}>
            A run of{' '}
            <Link to="/pipelines/runs/$run" params={{ run: runId }}>
              <bdi>{job}</bdi>
            </Link>
            {branch !== null && (
              <>
                {' '}
                on <bdi>{branch}</bdi>
              </>
            )}
            : {conclusion ?? status},{' '}
            <TimeStamp at={finishedAt ?? startedAt ?? queuedAt ?? ''} as="relative" />
          </Text>
          {badge(runId)}
        </li>
      ))}
      {figures.map(({ metric, value }) => (
        <li key={metric.id}>
          <Icon name="chart" size={16} />
          <Text size="sm" component="div" className={classes.text}>
            {metric.title}: <strong className="numbers">{formatValue(value, metric.unit)}</strong> in the last
            30 days
          </Text>
          {badge(metric.id)}
        </li>
      ))}
    </ul>
  );
};
