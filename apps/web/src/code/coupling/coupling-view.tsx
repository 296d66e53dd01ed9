import type { Metric } from '@codemetrics/contracts';
import { metricOf } from '../code-metrics.ts';
import { Answered } from '../parts/answered.tsx';
import { MissingMetric } from '../parts/missing-metric.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { sendCommits } from '../parts/send-commands.ts';
import { useAnswerTable } from '../parts/use-answer-table.ts';
import type { CodeScope, ViewProps } from '../scope/code-scope.ts';
import { CouplingPairs } from './coupling-pairs.tsx';

const MOST_PAIRS = 300;

const Coupling = ({ metric, scope }: { metric: Metric; scope: CodeScope }) => {
  const answer = useAnswerTable(metric, scope, { limit: MOST_PAIRS });
  return (
    <Answered answer={answer} what="the coupling" height={720}>
      {(table) =>
        table ? (
          <CouplingPairs metric={metric} table={table} />
        ) : (
          <NothingYet
            title="No files that change together in these days"
            text="A pair is listed once both files changed at least 5 times together. Choose a longer time or other workloads, or send commits with the files they changed. A repository on disk is sent whole by codemetrics import git."
            command={sendCommits(scope.workloads)}
            does="sends a commit"
          />
        )
      }
    </Answered>
  );
};

/** Which files change together. */
export const CouplingView = ({ catalogue, scope }: ViewProps) => {
  const metric = metricOf(catalogue, 'coupling');
  return metric ? <Coupling metric={metric} scope={scope} /> : <MissingMetric what="coupling" />;
};
