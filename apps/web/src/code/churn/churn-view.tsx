import type { Metric } from '@codemetrics/contracts';
import { useAddress } from '../../elements/use-address.ts';
import { CHURN_PARAMETER, metricOf } from '../code-metrics.ts';
import { Answered } from '../parts/answered.tsx';
import { MissingMetric } from '../parts/missing-metric.tsx';
import { NothingYet } from '../parts/nothing-yet.tsx';
import { sendCommits } from '../parts/send-commands.ts';
import { SplitChart } from '../parts/split-chart.tsx';
import { useSeries } from '../parts/use-series.ts';
import type { CodeScope, ViewProps } from '../scope/code-scope.ts';
import { ChurnChart } from './churn-chart.tsx';

/** The values that a metric's parameter takes, its usual one first. */
const variantsOf = (metric: Metric): readonly string[] => {
  const properties = metric.parameters['properties'] as Record<string, { enum?: unknown }> | undefined;
  const values = properties?.[CHURN_PARAMETER]?.enum;
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
};

interface Props {
  readonly churn: Metric;
  readonly categories: Metric | undefined;
  readonly scope: CodeScope;
}

const Churn = ({ churn, categories, scope }: Props) => {
  const { query } = useAddress();
  const variants = variantsOf(churn);
  const variant = variants.find((one) => one === query[CHURN_PARAMETER]) ?? variants[0] ?? '';
  const answer = useSeries(churn, 'repository', scope, variant === '' ? {} : { [CHURN_PARAMETER]: variant });
  return (
    <Answered answer={answer} what="the churn" height={420}>
      {(series) =>
        series.length === 0 ? (
          <NothingYet
            title="No commits in these days"
            text="Choose a longer time or other workloads, or send commits with the files they changed. A repository on disk is sent whole by codemetrics import git."
            command={sendCommits(scope.workloads)}
            does="sends a commit"
          />
        ) : (
          <>
            <ChurnChart metric={churn} series={series} variants={variants} variant={variant} />
            {categories && <SplitChart metric={categories} dimension="category" scope={scope} />}
          </>
        )
      }
    </Answered>
  );
};

/** How much code is rewritten, and what for. */
export const ChurnView = ({ catalogue, scope }: ViewProps) => {
  const churn = metricOf(catalogue, 'churn');
  if (!churn) return <MissingMetric what="churn" />;
  return <Churn churn={churn} categories={metricOf(catalogue, 'categories')} scope={scope} />;
};
