import { Button, Group } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import type { Sorting } from './sorting.ts';
import { quickSortings, sortingText } from './sorting.ts';

interface Props {
  readonly metrics: readonly Metric[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The questions that people come with. */
export const QuickSorts = ({ metrics, sorting, onSort }: Props) => (
  <Group gap="xs" role="group" aria-label="Quick sortings">
    {quickSortings(metrics).map((quick) => {
      const isActive = sortingText(quick.sorting) === sortingText(sorting);
      return (
        <Button
          key={quick.label}
          size="xs"
          variant={isActive ? 'filled' : 'default'}
          aria-pressed={isActive}
          onClick={() => onSort(quick.sorting)}
        >
          {quick.label}
        </Button>
      );
    })}
  </Group>
);
