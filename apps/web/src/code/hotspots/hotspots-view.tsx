import type { Metric } from '@codemetrics/contracts';
import { metricOf } from '../code-metrics.ts';
import { Answered } from '../parts/answered.tsx';
import { MissingMetric } from '../parts/missing-metric.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { sendCommits } from '../parts/send-commands.ts';
import { useAnswerTable } from '../parts/use-answer-table.ts';
import type { CodeScope, ViewProps } from '../scope/code-scope.ts';
import { HotspotFiles } from './hotspot-files.tsx';

const MOST_FILES = 400;

const Hotspots = ({ metric, scope }: { metric: Metric; scope: CodeScope }) => {
  const answer = useAnswerTable(metric, scope, { limit: MOST_FILES });
  return (
    <Answered answer={answer} what="the hotspots" height={720}>
      {(table) =>
        table ? (
          <HotspotFiles metric={metric} table={table} />
        ) : (
          <NothingYet
            title="No changed files in these days"
            text="Hotspots are told from commits that name the files they changed. Choose a longer time or other workloads, or send commits. A repository on disk is sent whole by codemetrics import git."
            command={sendCommits(scope.workloads)}
            does="sends a commit"
          />
        )
      }
    </Answered>
  );
};

/** Large or complex files that change often. */
export const HotspotsView = ({ catalogue, scope }: ViewProps) => {
  const metric = metricOf(catalogue, 'hotspots');
  return metric ? <Hotspots metric={metric} scope={scope} /> : <MissingMetric what="hotspots" />;
};
