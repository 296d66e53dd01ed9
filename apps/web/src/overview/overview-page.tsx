import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { daysOf } from '../range/date-range.ts';
import { RangePicker } from '../range/range-picker.tsx';
import { useRange } from '../range/use-range.ts';
import { NoWorkloads } from './no-workloads.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { WorkloadsView } from './workloads-view.tsx';

/** How the person's workloads are doing, at a glance. */
export const OverviewPage = () => {
  const { data: config, error, refetch } = useConfig();
  const range = useRange();
  const days = daysOf(range);
  const isEmpty = config?.workloads.length === 0;
  return (
    <Page
      title="Overview"
      description={
        isEmpty
          ? undefined
          : days === 1
            ? 'One day, compared with the day before.'
            : `${days} days, compared with the ${days} days before.`
      }
      actions={isEmpty ? undefined : <RangePicker range={range} onChoose={range.choose} />}
    >
      {config ? (
        isEmpty ? (
          <NoWorkloads />
        ) : (
          <WorkloadsView config={config} range={range} />
        )
      ) : error ? (
        <ErrorNotice title="The workloads could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <OverviewSkeleton />
      )}
    </Page>
  );
};
