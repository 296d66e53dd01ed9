import { useState } from 'react';
import { Anchor, Collapse, Text } from '@mantine/core';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import classes from './event-list.module.css';
import type { ExplorerEvent } from './use-events.ts';

const MOST_ROWS = 100;

/** What the marks in the chart are, as a list. */
export const EventList = ({
  events,
  isCut,
}: {
  readonly events: readonly ExplorerEvent[];
  readonly isCut: boolean;
}) => {
  const [isOpen, setOpen] = useState(false);
  const counts = (['deployment', 'incident'] as const)
    .map((kind) => [kind, events.filter((one) => one.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  if (events.length === 0) return <Text size="sm">No deployments or incidents to mark in this range.</Text>;
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-expanded={isOpen}
        aria-controls="events"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide' : 'List'} what is marked: {counts.join(', ')}
        {isCut && ', the newest of more'}
      </Anchor>
      <Collapse expanded={isOpen} id="events">
        <ul className={classes.list}>
          {events.slice(0, MOST_ROWS).map((event) => (
            <li key={event.id}>
              <span className={classes.kind} data-kind={event.kind}>
                {event.kind === 'incident' ? '◆ Incident' : '▲ Deployment'}
              </span>
              <TimeStamp at={event.date} as="date-time" />
              <bdi className={classes.label}>
                {event.url === null ? (
                  event.label
                ) : (
                  <Anchor href={event.url} target="_blank" rel="noopener noreferrer" inherit>
                    {event.label}
                  </Anchor>
                )}
              </bdi>
            </li>
          ))}
        </ul>
        {events.length > MOST_ROWS && (
          <Text size="xs" c="dimmed">
            The newest {MOST_ROWS} of {events.length}.
          </Text>
        )}
      </Collapse>
    </div>
  );
};
