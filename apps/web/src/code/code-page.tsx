import { lazy, Suspense, useEffect, useRef } from 'react';
import { Group, Skeleton, Stack, Tabs } from '@mantine/core';
import { useConfig } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Page } from '../elements/page.tsx';
import { useAddress } from '../elements/use-address.ts';
import { RangePicker } from '../range/range-picker.tsx';
import { useRange } from '../range/use-range.ts';
import type { CodeTab } from './code-tabs.ts';
import { readTab, TABS } from './code-tabs.ts';
import classes from './code-page.module.css';
import { WorkloadChoice } from './scope/workload-choice.tsx';
import { useCodeScope } from './scope/use-code-scope.ts';

const VIEWS = {
  coverage: lazy(() => import('./coverage/coverage-view.tsx').then((m) => ({ default: m.CoverageView }))),
  hotspots: lazy(() => import('./hotspots/hotspots-view.tsx').then((m) => ({ default: m.HotspotsView }))),
  coupling: lazy(() => import('./coupling/coupling-view.tsx').then((m) => ({ default: m.CouplingView }))),
  churn: lazy(() => import('./churn/churn-view.tsx').then((m) => ({ default: m.ChurnView }))),
  pattern: lazy(() => import('./pattern/pattern-view.tsx').then((m) => ({ default: m.PatternView }))),
};

/** What only one part understands, so that it doesn't follow into another. */
const OF_ONE_PART = ['sort', 'repo', 'folder', 'area', 'degree', 'view', 'churn'];

/** The code of the chosen workloads: how well it is tested, where it changes, and when. */
export const CodePage = () => {
  const { query, change } = useAddress();
  const range = useRange();
  const scope = useCodeScope();
  const { data: config, error, refetch } = useConfig();
  const tab = readTab(query['tab']);
  const View = VIEWS[tab];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the tabs don't fit: the chosen one must not lie outside.
    const chosen = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (chosen && list.current) list.current.scrollLeft = chosen.offsetLeft - chosen.offsetWidth / 2;
  }, [tab]);
  const show = (chosen: CodeTab): void =>
    change(
      {
        ...Object.fromEntries(OF_ONE_PART.map((name) => [name, undefined])),
        tab: chosen === TABS[0].value ? undefined : chosen,
      },
      { push: true },
    );
  const waiting = <Skeleton height={480} radius="md" role="status" aria-label="Loading" />;
  return (
    <Page
      title="Code"
      description="How well it is tested, where work on it pays most, and when it changes."
      actions={
        <Group gap="sm" align="flex-end" className={classes.actions}>
          <WorkloadChoice />
          <RangePicker range={range} onChoose={range.choose} />
        </Group>
      }
    >
      <Tabs value={tab} onChange={(chosen) => show(readTab(chosen ?? undefined))} keepMounted={false}>
        <div ref={list} className={classes.scroller}>
          <Tabs.List className={classes.tabs}>
            {TABS.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </div>
        <Tabs.Panel value={tab}>
          <Stack gap="lg">
            {config ? (
              <Suspense fallback={waiting}>
                <View catalogue={config.queries} scope={scope} />
              </Suspense>
            ) : error ? (
              <ErrorNotice
                title="The metrics could not be loaded"
                error={error}
                onRetry={() => void refetch()}
              />
            ) : (
              waiting
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};
