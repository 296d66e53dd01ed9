import type { ReactNode } from 'react';
import { Paper } from '@mantine/core';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { durationText } from '../duration-text.ts';
import { OutsideText } from '../outside-text.tsx';
import { RunActor } from '../run-actor.tsx';
import { RunStatus } from '../run-status.tsx';
import classes from './run-facts.module.css';
import type { RunDetail } from './use-run.ts';

const timeOf = (at: string | null): ReactNode => (at === null ? '—' : <TimeStamp at={at} as="date-time" />);
const textOf = (text: string | null): ReactNode => (text === null ? '—' : <OutsideText>{text}</OutsideText>);

/** What is known of a run in itself. */
export const RunFacts = ({ run }: { run: RunDetail }) => {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Status', <RunStatus key="status" run={run} />],
    ['Duration', durationText(run.durationSeconds)],
    ['Queue time', durationText(run.queueSeconds)],
    ['Queued', timeOf(run.queuedAt)],
    ['Started', timeOf(run.startedAt)],
    ['Finished', timeOf(run.finishedAt)],
    ['Workload', textOf(run.workload)],
    ['Branch', textOf(run.branch)],
    ['Commit', run.commit === null ? '—' : <code key="commit">{run.commit.slice(0, 12)}</code>],
    ['Event', textOf(run.event)],
    ['By', <RunActor key="actor" actor={run.actor} isWhole />],
    ['Stage', textOf(run.stage)],
    ['Runner', textOf(run.runner)],
    ['Attempt', String(run.attempt)],
    ['Source', textOf(run.source)],
    ['Its id there', textOf(run.externalId)],
  ];
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }} className={classes.frame}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
};
