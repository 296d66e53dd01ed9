import type { Metric } from '@codemetrics/contracts';
import { metricOf } from '../code-metrics.ts';
import { Answered } from '../parts/answered.tsx';
import { MissingMetric } from '../parts/missing-metric.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { sendCommits } from '../parts/send-commands.ts';
import { SplitChart } from '../parts/split-chart.tsx';
import { useAnswerTable } from '../parts/use-answer-table.ts';
import type { CodeScope, ViewProps } from '../scope/code-scope.ts';
import { WeekPanel } from './week-panel.tsx';

interface Props {
  readonly pattern: Metric;
  readonly outside: Metric | undefined;
  readonly scope: CodeScope;
}

const Pattern = ({ pattern, outside, scope }: Props) => {
  const answer = useAnswerTable(pattern, scope);
  return (
    <Answered answer={answer} what="the working pattern" height={420}>
      {(table) =>
        table ? (
          <>
            <WeekPanel metric={pattern} table={table} />
            {outside && <SplitChart metric={outside} dimension="distance" scope={scope} />}
          </>
        ) : (
          <NothingYet
            title="No commits in these days"
            text="Choose a longer time or other workloads, or send commits. A repository on disk is sent whole by codemetrics import git."
            command={sendCommits(scope.workloads)}
            does="sends a commit"
          />
        )
      }
    </Answered>
  );
};

/** When work is done, and how much of it outside of working hours. */
export const PatternView = ({ catalogue, scope }: ViewProps) => {
  const pattern = metricOf(catalogue, 'pattern');
  if (!pattern) return <MissingMetric what="working pattern" />;
  return <Pattern pattern={pattern} outside={metricOf(catalogue, 'outsideHours')} scope={scope} />;
};
