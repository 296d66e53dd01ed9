import { UnstyledButton } from '@mantine/core';
import type { Sorting } from './sorting.ts';
import { isSortedBy, nextSorting } from './sorting.ts';
import classes from './sort-button.module.css';

interface Props {
  readonly by: Sorting['by'];
  /** Whose figure it is, for those who don't see the head that it stands in. */
  readonly of: string;
  /** Which of its figures; an arrow alone where left out. */
  readonly text?: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

const ARROWS = { desc: '↓', asc: '↑' };
const ORDERS = { desc: 'highest', asc: 'lowest' };

/** Sorts by a figure; at a second press the other way. */
export const SortButton = ({ by, of, text, sorting, onSort }: Props) => {
  const isActive = isSortedBy(by, sorting);
  return (
    <UnstyledButton
      className={classes.sort}
      data-active={isActive || undefined}
      onClick={() => onSort(nextSorting(by, sorting))}
    >
      <span className="visually-hidden">
        Sort by {of}
        {text && ', '}
      </span>
      {text} <span aria-hidden>{isActive ? ARROWS[sorting.direction] : '↕'}</span>
      {isActive && <span className="visually-hidden">, now {ORDERS[sorting.direction]} first</span>}
    </UnstyledButton>
  );
};
