import { lazy, Suspense } from 'react';
import { Skeleton, Tabs } from '@mantine/core';
import { Page } from '../elements/page.tsx';
import { useAddress } from '../elements/use-address.ts';
import { RangePicker } from '../range/range-picker.tsx';
import { useRange } from '../range/use-range.ts';
import { RunsView } from './runs/runs-view.tsx';

const HealthView = lazy(() =>
  import('./health/health-view.tsx').then((module) => ({ default: module.HealthView })),
);

/** The runs of CI, one by one and by job. */
export const PipelinesPage = () => {
  const { query, change } = useAddress();
  const range = useRange();
  const tab = query['tab'] === 'health' ? 'health' : 'runs';
  return (
    <Page
      title="Pipelines"
      description="What CI ran, how it ended, and how long it took."
      actions={<RangePicker range={range} onChoose={range.choose} />}
    >
      <Tabs
        value={tab}
        onChange={(chosen) => change({ tab: chosen === 'health' ? 'health' : undefined }, { push: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="runs">Runs</Tabs.Tab>
          <Tabs.Tab value="health">Health of jobs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="runs">
          <RunsView />
        </Tabs.Panel>
        <Tabs.Panel value="health">
          <Suspense
            fallback={<Skeleton height={420} role="status" aria-label="Loading the health of jobs" />}
          >
            <HealthView />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};
