import { useMemo } from 'react';
import type { Metric } from '@codemetrics/contracts';
import { useConfig } from '../../api/use-config.ts';
import { Panel } from '../../elements/panel.tsx';
import { metricOf } from '../code-metrics.ts';
import { Answered } from '../parts/answered.tsx';
import { MissingMetric } from '../parts/missing-metric.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { sendCoverage } from '../parts/send-commands.ts';
import type { CodeScope, ViewProps } from '../scope/code-scope.ts';
import { Rows } from '../table/rows.tsx';
import { coverageColumns } from './coverage-columns.tsx';
import { CoverageCourse } from './coverage-course.tsx';
import { toCoverageRows } from './coverage-rows.ts';
import { useCoverage, useNewestReports } from './use-coverage.ts';

interface Props {
  readonly line: Metric;
  readonly branch: Metric | undefined;
  readonly scope: CodeScope;
}

const Coverage = ({ line, branch, scope }: Props) => {
  const { data: config } = useConfig();
  const metrics = useMemo(() => (branch ? [line, branch] : [line]), [line, branch]);
  const answer = useCoverage(metrics, scope);
  const { data: newest } = useNewestReports(line, scope);
  const names = new Map((config?.workloads ?? []).map(({ id, name }) => [id, name]));
  const columns = coverageColumns({ line, branch, newest, nameOf: (id) => names.get(id) ?? id });
  const { data } = answer;
  const rows = useMemo(() => (data ? toCoverageRows(data, line.id, branch?.id) : []), [data, line, branch]);
  return (
    <Answered answer={answer} what="the coverage" height={640}>
      {() =>
        rows.length === 0 ? (
          <NothingYet
            title="No coverage reports yet"
            text="None of these workloads has sent a report up to the end of these days. LCOV, Cobertura, JaCoCo, Clover, Go and Istanbul are read as they are."
            command={sendCoverage(scope.workloads)}
            does="sends a coverage report"
          />
        ) : (
          <>
            <Panel
              title="By repository"
              description="Each stands with its newest report on its default branch; the lowest covered first."
            >
              <Rows
                caption="Repositories"
                columns={columns}
                rows={rows}
                keyOf={({ key }) => key}
                usual={{ by: 'line', direction: 'asc' }}
              />
            </Panel>
            <CoverageCourse line={line} rows={rows} />
          </>
        )
      }
    </Answered>
  );
};

/** How much of the code tests run, by repository and over time. */
export const CoverageView = ({ catalogue, scope }: ViewProps) => {
  const line = metricOf(catalogue, 'lineCoverage');
  if (!line) return <MissingMetric what="coverage" />;
  return <Coverage line={line} branch={metricOf(catalogue, 'branchCoverage')} scope={scope} />;
};
