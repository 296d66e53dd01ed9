import { useCallback, useMemo, useState } from 'react';
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { VirtualItem } from '@tanstack/react-virtual';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { NewRunsPill } from './new-runs-pill.tsx';
import { NoRuns } from './no-runs.tsx';
import type { RunFilter } from './run-filter.ts';
import { listKey } from './run-pages.ts';
import { RunTable } from './run-table.tsx';
import { useNewRuns } from './use-new-runs.ts';
import type { InSight } from './use-run-list.ts';
import { useRunList } from './use-run-list.ts';

const describe = (count: number, hasMore: boolean, isFull: boolean): string => {
  const rows = `${count.toLocaleString('en')} ${count === 1 ? 'run' : 'runs'}`;
  if (isFull) return `${rows}. Narrow the list to see older ones.`;
  return hasMore ? `The newest ${rows}; there are more.` : `${rows}, and no more.`;
};

/** The runs of one listing, read on as they are scrolled through, or at the press of a button. */
export const RunList = ({ filter }: { filter: RunFilter }) => {
  const [sight, setSight] = useState<InSight>({ first: 0, last: 0 });
  const list = useRunList(filter, sight);
  const { newest, count: newCount, isMore } = useNewRuns(filter, list.firstPage);
  const onSight = useCallback(
    (seen: InSight) =>
      setSight((before) => (before.first === seen.first && before.last === seen.last ? before : seen)),
    [],
  );
  const queries = useQueryClient();
  const isNarrow = useIsNarrow();
  const sizesKey = useMemo(() => [...listKey(filter), 'sizes', isNarrow], [filter, isNarrow]);
  const onLeave = useCallback(
    (measured: VirtualItem[]) => queries.setQueryData(sizesKey, measured),
    [queries, sizesKey],
  );
  if (list.isLoading) return <Skeleton height={640} role="status" aria-label="Loading the runs" />;
  const showNew = (): void => {
    if (newest) list.restart(newest);
    window.scrollTo({ top: 0 });
  };
  return (
    <Stack gap="sm">
      <NewRunsPill count={newCount} isMore={isMore} onShow={showNew} />
      {list.count > 0 && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {describe(list.count, list.hasMore, list.isFull)}
          </Text>
          <RunTable
            key={String(isNarrow)}
            count={list.count}
            hasMore={list.hasMore}
            rowAt={list.rowAt}
            onSight={onSight}
            isNarrow={isNarrow}
            measured={queries.getQueryData<VirtualItem[]>(sizesKey)}
            onLeave={onLeave}
          />
        </>
      )}
      {list.count === 0 && !list.error && <NoRuns />}
      {list.error && (
        <ErrorNotice
          title="The runs could not be loaded"
          error={list.error}
          onRetry={() => void list.retry()}
        />
      )}
      {list.hasMore && list.count > 0 && !list.error && (
        <Group justify="center">
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            Load more runs
          </Button>
        </Group>
      )}
    </Stack>
  );
};
