import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { RowFacts } from './row-facts.tsx';
import classes from './row-list.module.css';
import type { SourceRow } from './use-source-rows.ts';

const Title = ({ row: { kind, id, title, url } }: { row: SourceRow }) => {
  if (kind === 'run')
    return (
      <Anchor component={Link} to="/pipelines/runs/$run" params={{ run: id } as never} fw={600} size="sm">
        <bdi>{title}</bdi>
      </Anchor>
    );
  // Only the web's own addresses are followed, whatever was sent.
  if (url === null || !/^https?:/i.test(url)) return <bdi>{title}</bdi>;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener" fw={600} size="sm">
      <bdi>{title}</bdi> <Icon name="external" size={12} />
      <span className="visually-hidden"> (opens elsewhere)</span>
    </Anchor>
  );
};

/** The rows behind a number, newest first, each with what is known of it and a way to where it came from. */
export const RowList = ({ rows }: { rows: readonly SourceRow[] }) => (
  <ul className={classes.list} aria-label="Source rows">
    {rows.map((row) => (
      <li key={row.id} className={classes.row}>
        <div className={classes.title}>
          <Title row={row} />
        </div>
        <Text size="xs" c="dimmed" className={classes.place}>
          {row.at !== null && <TimeStamp at={row.at} as="date-time" />}
          {row.repository !== null && (
            <>
              {row.at !== null && ' · '}
              <bdi>{row.repository}</bdi>
            </>
          )}
        </Text>
        <RowFacts details={row.details} />
      </li>
    ))}
  </ul>
);
