import { UnstyledButton } from '@mantine/core';
import type { Sorting } from './sort-workloads.ts';
import { BY_NAME, nextSorting } from './sort-workloads.ts';
import classes from './sort-button.module.css';

interface Props {
  readonly by: string;
  /** What it sorts by, for those who don't see the head that it stands in. */
  readonly of: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** Which end comes first, in words. */
export const orderText = ({ by, direction }: Sorting): string => {
  if (by === BY_NAME) return direction === 'asc' ? 'from A to Z' : 'from Z to A';
  return direction === 'asc' ? 'lowest first' : 'highest first';
};

/** Sorts by a column; at a second press the other way. */
export const SortButton = ({ by, of, sorting, onSort }: Props) => {
  const isActive = sorting.by === by;
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={isActive || undefined}
      aria-label={`Sort by ${of}${isActive ? `, now ${orderText(sorting)}` : ''}`}
      onClick={() => onSort(nextSorting(by, sorting))}
    >
      <span aria-hidden>{isActive ? (sorting.direction === 'desc' ? '↓' : '↑') : '↕'}</span>
    </UnstyledButton>
  );
};
