import { Link } from '@tanstack/react-router';
import { Icon } from '../../elements/icon.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { durationText } from '../duration-text.ts';
import { OutsideLink } from '../outside-link.tsx';
import { OutsideText } from '../outside-text.tsx';
import { RunActor } from '../run-actor.tsx';
import type { Run } from '../run-outcome.ts';
import { RunStatus } from '../run-status.tsx';
import classes from './run-list.module.css';

/** One run; its job's name leads to it. */
export const RunRow = ({ run }: { run: Run }) => {
  const startedAt = run.startedAt ?? run.queuedAt ?? run.finishedAt;
  return (
    <>
      <div role="cell" className={classes.status}>
        <RunStatus run={run} />
      </div>
      <div role="cell" className={classes.job}>
        <Link to="/pipelines/runs/$run" params={{ run: run.runId }} className={classes.open}>
          <OutsideText lines={1}>{run.job}</OutsideText>
        </Link>
        <span className={classes.second}>
          <OutsideText lines={1}>{run.repository}</OutsideText>
        </span>
      </div>
      <div role="cell" className={classes.code}>
        <span className={classes.part}>
          <Icon name="branch" size={14} />
          <OutsideText lines={1}>{run.branch ?? '—'}</OutsideText>
        </span>
        <span className={classes.second}>
          <Icon name="commit" size={14} />
          <code>{run.commit?.slice(0, 8) ?? '—'}</code>
        </span>
      </div>
      <div role="cell" className={classes.who}>
        <RunActor actor={run.actor} />
        <span className={classes.second}>
          <OutsideText lines={1}>{run.event ?? '—'}</OutsideText>
        </span>
      </div>
      <div role="cell" className={classes.when}>
        {startedAt === null ? '—' : <TimeStamp at={startedAt} as="relative" />}
      </div>
      <div role="cell" className={classes.duration}>
        <span className={classes.caption}>took </span>
        {durationText(run.durationSeconds)}
      </div>
      <div role="cell" className={classes.queue}>
        <span className={classes.caption}>waited </span>
        {durationText(run.queueSeconds)}
      </div>
      <div role="cell" className={classes.link}>
        <OutsideLink url={run.url} label={`Open ${run.job} in CI`} />
      </div>
    </>
  );
};
