import { Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { formatDateTime } from '../../elements/format-time.ts';
import { Panel } from '../../elements/panel.tsx';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { durationText } from '../duration-text.ts';
import type { Run } from '../run-outcome.ts';
import { outcomeLook } from '../run-outcome.ts';
import { describeTrend, usualSeconds } from './describe-trend.ts';
import classes from './trend-panel.module.css';
import { useNeighbours } from './use-neighbours.ts';

const HEIGHT = 96;
/** So many before and after that a finger can tell their bars apart. */
const NARROW = { before: 7, after: 3 };

const describe = (run: Run, isSelf: boolean): string =>
  [
    isSelf ? 'This run' : `Run of ${formatDateTime(run.startedAt ?? run.queuedAt ?? run.finishedAt ?? '')}`,
    outcomeLook(run).word.toLowerCase(),
    durationText(run.durationSeconds),
  ].join(', ');

/** How long the same job took on the same branch before and after; each bar leads to its run. */
export const TrendPanel = ({ run }: { run: Run }) => {
  const { data, error, refetch } = useNeighbours(run);
  const isNarrow = useIsNarrow();
  const title = 'The same job before and after';
  if (error)
    return (
      <ErrorNotice title="The other runs could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  if (!data)
    return (
      <Panel title={title}>
        <Skeleton height={HEIGHT + 48} />
      </Panel>
    );
  const usual = usualSeconds(data, run.runId);
  const at = data.findIndex((one) => one.runId === run.runId);
  const runs = isNarrow ? data.slice(Math.max(0, at - NARROW.before), at + NARROW.after + 1) : data;
  if (data.length === 1)
    return <Panel title={title} description={describeTrend(run, usual)} children={null} />;
  const most = Math.max(1, ...runs.map((one) => one.durationSeconds ?? 0));
  return (
    <Panel title={title} description={describeTrend(run, usual)}>
      <div className={classes.frame} style={{ height: HEIGHT }}>
        {usual !== undefined && (
          <div className={classes.usual} style={{ bottom: `${(usual / most) * 100}%` }} aria-hidden>
            <span>usual</span>
          </div>
        )}
        <ol className={classes.bars} aria-label="Durations, oldest first">
          {runs.map((one) => {
            const isSelf = one.runId === run.runId;
            return (
              <li key={one.runId} className={classes.place}>
                <Link
                  to="/pipelines/runs/$run"
                  params={{ run: one.runId }}
                  className={classes.link}
                  aria-label={describe(one, isSelf)}
                  aria-current={isSelf ? 'page' : undefined}
                  title={describe(one, isSelf)}
                >
                  <span
                    className={classes.bar}
                    data-tone={outcomeLook(one).tone}
                    style={{ height: `${((one.durationSeconds ?? 0) / most) * 100}%` }}
                  />
                </Link>
              </li>
            );
          })}
        </ol>
      </div>
      <Text size="xs" c="dimmed" mt="xs" className={classes.foot}>
        <span>older</span>
        <span>Solid: succeeded. Striped: did not. Framed: this run.</span>
        <span>newer</span>
      </Text>
    </Panel>
  );
};
