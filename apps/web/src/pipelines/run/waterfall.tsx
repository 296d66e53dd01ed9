import { Tooltip } from '@mantine/core';
import { durationText } from '../duration-text.ts';
import { OutsideText } from '../outside-text.tsx';
import { outcomeLook } from '../run-outcome.ts';
import type { PlacedJob, Waterfall as Layout } from './lay-out-jobs.ts';
import { ticksOf } from './lay-out-jobs.ts';
import classes from './waterfall.module.css';

const describe = ({ job, isCritical }: PlacedJob): string =>
  [
    `${job.name}: ${outcomeLook(job).word.toLowerCase()}`,
    `waited ${durationText(job.queueSeconds)}`,
    `ran ${durationText(job.durationSeconds)}`,
    ...(isCritical ? ['on the critical path'] : []),
  ].join(', ');

/** A bar cut at the right by the edge has its label inside. */
const NEAR_END = 80;

/** The jobs of a run along its time: how long each waited, then worked. The table beside it has the figures. */
export const Waterfall = ({ layout }: { layout: Layout }) => (
  <div className={classes.waterfall}>
    <div className={classes.legend} aria-hidden>
      <span>
        <i className={classes.swatch} data-part="queue" /> waiting
      </span>
      <span>
        <i className={classes.swatch} data-part="work" /> running
      </span>
      <span>
        <i className={classes.swatch} data-part="work" data-critical /> critical path: what decided when it
        ended
      </span>
    </div>
    <div className={classes.axis} aria-hidden>
      {ticksOf(layout.seconds).map((seconds) => (
        <span key={seconds} style={{ insetInlineStart: `${(seconds / layout.seconds) * 100}%` }}>
          {durationText(seconds)}
        </span>
      ))}
    </div>
    <ol className={classes.jobs} aria-label="Jobs in the order in which they began">
      {layout.jobs.map((placed) => {
        const { job, left, queueWidth, workWidth, isCritical } = placed;
        const end = left + queueWidth + workWidth;
        return (
          <li key={job.externalId} className={classes.job}>
            <span className={classes.name} aria-hidden>
              <OutsideText lines={1}>{job.name}</OutsideText>
            </span>
            <Tooltip
              label={describe(placed)}
              events={{ hover: true, focus: true, touch: true }}
              multiline
              maw={320}
            >
              <button type="button" className={classes.track} aria-label={describe(placed)}>
                <span
                  className={classes.queue}
                  style={{ insetInlineStart: `${left}%`, width: `${queueWidth}%` }}
                />
                <span
                  className={classes.work}
                  data-tone={outcomeLook(job).tone}
                  data-critical={isCritical || undefined}
                  style={{ insetInlineStart: `${left + queueWidth}%`, width: `${workWidth}%` }}
                />
                <span
                  className={classes.time}
                  data-before={end > NEAR_END || undefined}
                  style={
                    end > NEAR_END ? { insetInlineEnd: `${100 - left}%` } : { insetInlineStart: `${end}%` }
                  }
                  aria-hidden
                >
                  {durationText(job.durationSeconds)}
                </span>
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ol>
  </div>
);
