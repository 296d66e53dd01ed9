import { UnstyledButton } from '@mantine/core';
import type { Sorting } from './sorting.ts';
import { isSortedBy, nextSorting } from './sorting.ts';
import classes from './sort-button.module.css';

interface Props {
  readonly by: Sorting['by'];
  /** What is sorted by, in words. */
  readonly label: string;
  /** Short, as it is shown; an arrow alone where left out. */
  readonly text?: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** Sorts by a figure; at a second press the other way. */
export const SortButton = ({ by, label, text, sorting, onSort }: Props) => {
  const isActive = isSortedBy(by, sorting);
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={isActive || undefined}
      aria-label={`Sort by ${label}${isActive ? `, now ${sorting.direction === 'desc' ? 'highest' : 'lowest'} first` : ''}`}
      onClick={() => onSort(nextSorting(by, sorting))}
    >
      {text} <span aria-hidden>{isActive ? (sorting.direction === 'desc' ? '↓' : '↑') : '↕'}</span>
    </UnstyledButton>
  );
};
