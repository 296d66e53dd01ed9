import { NativeSelect } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { orderText } from './sort-button.tsx';
import type { Sorting } from './sort-workloads.ts';
import { BY_NAME, readSorting, writeSorting } from './sort-workloads.ts';

interface Props {
  readonly metrics: readonly Metric[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

const DIRECTIONS = ['asc', 'desc'] as const;

/** The order of the cards, which have no heads to press. */
export const SortSelect = ({ metrics, sorting, onSort }: Props) => (
  <NativeSelect
    aria-label="Sort workloads"
    w={{ base: '100%', xs: 260 }}
    value={writeSorting(sorting) ?? BY_NAME}
    onChange={(event) => onSort(readSorting(event.currentTarget.value, metrics))}
    data={[{ id: BY_NAME, title: 'Name' }, ...metrics].flatMap(({ id, title }) =>
      DIRECTIONS.map((direction) => ({
        value: writeSorting({ by: id, direction }) ?? BY_NAME,
        label: `${title}, ${orderText({ by: id, direction })}`,
      })),
    )}
  />
);
